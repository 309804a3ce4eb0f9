import { describe, expect, test } from "vitest";
import { repulsion } from "../../src/map/layout/repulsion.js";
import type { Positions } from "../../src/model/layout.js";
import { seededRandom } from "../../src/model/seeded-random.js";

function zeros(count: number): Positions {
  return { x: new Float64Array(count), y: new Float64Array(count) };
}

/** Every pair, one by one. */
function directRepulsion({ x, y }: Positions, mass: Float64Array, strength: number): Positions {
  const force = zeros(mass.length);
  for (let one = 0; one < mass.length; one += 1) {
    for (let other = 0; other < mass.length; other += 1) {
      const dx = x[one] - x[other];
      const dy = y[one] - y[other];
      const squared = dx * dx + dy * dy;
      if (squared === 0) continue;
      const push = (strength * mass[one] * mass[other]) / squared;
      force.x[one] += dx * push;
      force.y[one] += dy * push;
    }
  }
  return force;
}

/** Half of them in a hundredth of the plane, a few of them heavy. */
function unevenCloud(count: number): { positions: Positions; mass: Float64Array } {
  const random = seededRandom(count);
  const at = (node: number): number => (node % 2 === 0 ? 100 * random() : 10 * random());
  return {
    positions: {
      x: Float64Array.from({ length: count }, (_, node) => at(node)),
      y: Float64Array.from({ length: count }, (_, node) => at(node)),
    },
    mass: Float64Array.from({ length: count }, () => 1 / (0.01 + random())),
  };
}

describe("repulsion", () => {
  test.each([1, 2, 8, 9, 300, 3000])("of %i is within a hundredth of every pair's sum", (count) => {
    const { positions, mass } = unevenCloud(count);
    const force = zeros(count);
    repulsion(count)(positions, mass, 10, force);
    const direct = directRepulsion(positions, mass, 10);
    let error = 0;
    let total = 0;
    for (let node = 0; node < count; node += 1) {
      error += (force.x[node] - direct.x[node]) ** 2 + (force.y[node] - direct.y[node]) ** 2;
      total += direct.x[node] ** 2 + direct.y[node] ** 2;
    }
    expect(Math.sqrt(error)).toBeLessThanOrEqual(0.01 * Math.sqrt(total));
  });

  test("between far groups is off by no more than the fourth order of size over distance", () => {
    // Two groups of four knots each: within a group all is exact but for rounding.
    const random = seededRandom(5);
    const near = (corner: number): number => corner + 1e-4 * random();
    const positions = {
      x: Float64Array.from({ length: 64 }, (_, node) =>
        near((node < 32 ? 0 : 12) + ((node >> 3) & 1)),
      ),
      y: Float64Array.from({ length: 64 }, (_, node) =>
        near((node < 32 ? 0 : 2) + ((node >> 4) & 1)),
      ),
    };
    const mass = Float64Array.from({ length: 64 }, () => 1 + 9 * random());
    const force = zeros(64);
    repulsion(64)(positions, mass, 1, force);
    const direct = directRepulsion(positions, mass, 1);
    let farMass = 0;
    for (const one of mass.subarray(32)) farMass += one;
    for (let knot = 0; knot < 4; knot += 1) {
      // Pushes within a knot cancel, so that what comes from afar shows.
      let errorX = 0;
      let errorY = 0;
      let knotMass = 0;
      for (let node = 8 * knot; node < 8 * knot + 8; node += 1) {
        errorX += force.x[node] - direct.x[node];
        errorY += force.y[node] - direct.y[node];
        knotMass += mass[node];
      }
      const far = (farMass * knotMass) / 12;
      expect(Math.hypot(errorX, errorY)).toBeLessThan(3e-5 * far);
    }
  });

  test("adds up to nothing over all, for each push has its answer", () => {
    const { positions, mass } = unevenCloud(2000);
    const force = zeros(2000);
    repulsion(2000)(positions, mass, 1, force);
    const size = force.x.reduce((sum, push) => sum + Math.abs(push), 0);
    const net = force.x.reduce((sum, push) => sum + push, 0);
    expect(Math.abs(net)).toBeLessThan(1e-2 * size);
  });

  test("is finite and the same again where many stand on one spot", () => {
    const count = 500;
    const positions = { x: new Float64Array(count).fill(3), y: new Float64Array(count).fill(-4) };
    positions.x[0] = 1e6;
    const mass = new Float64Array(count).fill(1);
    const push = repulsion(count);
    const once = zeros(count);
    const again = zeros(count);
    push(positions, mass, 1, once);
    push(positions, mass, 1, again);
    expect(again).toEqual(once);
    expect(once.x.every(Number.isFinite)).toBe(true);
    expect(once.x[0]).toBeCloseTo((count - 1) / (1e6 - 3), 9);
  });
});
