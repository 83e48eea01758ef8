/** Means with standard errors, and what networks are like: for the measurements of docs/verification.md. */

/** @param {readonly number[]} values */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard error of a mean. @param {readonly number[]} values */
export function standardError(values) {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Gini coefficient: 0 when all are equal. @param {readonly number[]} values */
export function gini(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const ranked = sorted.reduce((sum, value, i) => sum + (i + 1) * value, 0);
  return total === 0 ? 0 : (2 * ranked) / (n * total) - (n + 1) / n;
}

/**
 * A statistic of all replicates together and its standard error by the jackknife: each replicate is
 * left out in turn. @template T @param {readonly T[]} all @param {(some: readonly T[]) => number} of
 */
export function jackknife(all, of) {
  const value = of(all);
  const n = all.length;
  const left = all.map((_, k) => of(all.filter((_, j) => j !== k)));
  const centre = mean(left);
  const squares = left.reduce((sum, each) => sum + (each - centre) ** 2, 0);
  return { value, error: Math.sqrt(((n - 1) / n) * squares) };
}

/** Everything below takes a world of the mentoring model. */

/** Seats that are held, and a set of contacts for each, over both layers or one. */
export function contactsOf(world, layers = ['senior', 'peer']) {
  const { person } = world.people.column;
  const held = [];
  for (let seat = 0; seat < world.people.size; seat++) if (person[seat] >= 0) held.push(seat);
  const contacts = new Map(held.map((seat) => [seat, new Set()]));
  for (const layer of layers) {
    for (const [from, to] of tiesOf(world, layer)) {
      contacts.get(from).add(to);
      contacts.get(to).add(from);
    }
  }
  return { held, contacts };
}

/** Ties of a layer that have not ended, as pairs of seats. */
export function tiesOf(world, layer) {
  const store = world.ties[layer];
  const { source, target, ended } = store.column;
  const pairs = [];
  for (let tie = 0; tie < store.size; tie++) {
    if (ended[tie] === 0) pairs.push([source[tie], target[tie]]);
  }
  return pairs;
}

/** Share of pairs of people who are tied, in either layer and direction. */
export function density(world) {
  const { held, contacts } = contactsOf(world);
  const ends = held.reduce((sum, seat) => sum + contacts.get(seat).size, 0);
  return ends / (held.length * (held.length - 1));
}

/** Mean over people with two contacts and more of the share of their contacts who are tied. */
export function clustering(world) {
  const { held, contacts } = contactsOf(world);
  const shares = [];
  for (const seat of held) {
    const own = [...contacts.get(seat)];
    if (own.length < 2) continue;
    let closed = 0;
    for (let a = 0; a < own.length; a++) {
      for (let b = a + 1; b < own.length; b++) if (contacts.get(own[a]).has(own[b])) closed++;
    }
    shares.push((2 * closed) / (own.length * (own.length - 1)));
  }
  return shares.length === 0 ? 0 : mean(shares);
}

/** Share of senior ties whose mentor also names the mentee as mentor. */
export function reciprocity(world) {
  const pairs = tiesOf(world, 'senior');
  const known = new Set(pairs.map(([from, to]) => `${from} ${to}`));
  return (
    pairs.filter(([from, to]) => known.has(`${to} ${from}`)).length / Math.max(1, pairs.length)
  );
}

/** Share of a layer's ties whose two people agree in a column, such as `department`. */
export function within(world, layer, column) {
  const values = world.people.column[column];
  const pairs = tiesOf(world, layer);
  return pairs.filter(([a, b]) => values[a] === values[b]).length / Math.max(1, pairs.length);
}
