const longEnoughDays = 12 * 7;

/**
 * By what people are ranked where nothing is asked for: in-degree with time decay in a collection
 * of under twelve weeks, where sustained attention has had no time to show, else the fusion.
 */
export function defaultOrder(collectionDays: number): "dd" | "f" {
  return collectionDays >= longEnoughDays ? "f" : "dd";
}
