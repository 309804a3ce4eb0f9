/** Eigenvalues, largest first, and their vectors: the i-th is `vectors[0][i], vectors[1][i], …`. */
export interface Diagonal {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const mostRounds = 40;

/**
 * The eigenvalues and vectors of the first `size` rows and columns of a small symmetric matrix.
 * O(size³) a round; some five rounds.
 *
 * Jacobi (1846), Über ein leichtes Verfahren: what is off the diagonal is turned away, one pair of
 * rows after another, until nothing is left of it.
 */
export function diagonalize(matrix: readonly (readonly number[])[], size: number): Diagonal {
  const rows = matrix.slice(0, size).map((row) => row.slice(0, size));
  const turned = rows.map((_, at) => rows.map((_, other) => (at === other ? 1 : 0)));
  for (let round = 0; round < mostRounds; round += 1) {
    let isDone = true;
    for (let first = 0; first < size; first += 1) {
      for (let second = first + 1; second < size; second += 1) {
        if (turn(rows, turned, first, second)) isDone = false;
      }
    }
    if (isDone) break;
  }
  const order = rows.map((_, at) => at).sort((a, b) => rows[b][b] - rows[a][a]);
  return {
    values: order.map((at) => rows[at][at]),
    vectors: turned.map((row) => order.map((at) => row[at])),
  };
}

/** Makes what two rows share 0, unless that is nothing beside the rest of them. */
function turn(rows: number[][], turned: number[][], first: number, second: number): boolean {
  const shared = rows[first][second];
  const scale = Math.abs(rows[first][first]) + Math.abs(rows[second][second]);
  if (Math.abs(shared) <= scale * 1e-18) return false;
  const slope = (rows[second][second] - rows[first][first]) / (2 * shared);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const columns of [rows, turned]) {
    for (const row of columns) {
      const before = row[first];
      row[first] = cosine * before - sine * row[second];
      row[second] = sine * before + cosine * row[second];
    }
  }
  for (let column = 0; column < rows.length; column += 1) {
    const before = rows[first][column];
    rows[first][column] = cosine * before - sine * rows[second][column];
    rows[second][column] = sine * before + cosine * rows[second][column];
  }
  rows[first][second] = 0;
  rows[second][first] = 0;
  return true;
}
