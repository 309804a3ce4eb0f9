/** What keys do to the map. */
interface KeyActions {
  /** By shares of the stage. */
  moveBy(across: number, down: number): void;
  zoom(factor: number): void;
  showAll(): void;
  /** Nobody is chosen any more, or the map is as large as before. */
  leave(): void;
}

const factor = 1.3;
const step = 0.1;

/** Arrows, plus and minus, 0 for all of the map, N for the first name, Escape. */
export function listenToKeys(canvas: HTMLElement, actions: KeyActions): void {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => actions.moveBy(step, 0),
    ArrowRight: () => actions.moveBy(-step, 0),
    ArrowUp: () => actions.moveBy(0, step),
    ArrowDown: () => actions.moveBy(0, -step),
    "+": () => actions.zoom(factor),
    "=": () => actions.zoom(factor),
    "-": () => actions.zoom(1 / factor),
    "0": () => actions.showAll(),
    n: () => canvas.querySelector<HTMLElement>(".map-name")?.focus(),
    Escape: () => {
      actions.leave();
      canvas.focus({ preventScroll: true });
    },
  };
  canvas.addEventListener("keydown", (event) => {
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
}
