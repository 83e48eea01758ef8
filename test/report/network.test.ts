/** The network: counted right, laid out the same every time, drawn without people's names. */
import { describe, expect, it } from 'vitest';
import { drawablePart, drawNetwork, mostDrawn } from '../../report/network-drawing.ts';
import { graphOf, measure } from '../../report/network-graph.ts';
import { layOut } from '../../report/network-layout.ts';
import { network } from './fixture.ts';

/** `departments` departments of `size` people, a ring of peer ties in each. */
function large(departments: number, size: number) {
  const people = departments * size;
  const seats = Array.from({ length: people }, (_, seat) => seat);
  const department = seats.map((seat) => Math.floor(seat / size));
  return graphOf({
    week: 0,
    person: seats,
    value: { department },
    layers: { peer: { source: seats, target: seats.map((s) => (s + 1) % people), value: {} } },
  });
}

describe('a network', () => {
  const graph = graphOf(network(0));

  it('is counted right', () => {
    expect(measure(graph)).toMatchObject({
      people: 8,
      seniorTies: 3,
      peerTies: 2,
      unmentored: 5 / 8,
      // six residents, but two of the faculty would follow by subtraction
      unmentoredResidents: null,
      mentees: 1.5,
      mostMentees: 2,
      density: 5 / 28,
      inside: 4 / 5,
    });
    // one triangle of 0, 1, 2; 5 is tied to 3 and 4
    expect(measure(graph).clustering).toBeCloseTo(3 / 4, 12);
  });

  it('hides shares of fewer than five people', () => {
    const { layers, person, value } = network(0);
    const role = [1, 1, 1, 1, 1, 0, 0, 0, 1];
    const few = graphOf({ week: 0, person, layers, value: { ...value, role } });
    expect(measure(few).unmentoredResidents).toBeNull();
  });

  it('is empty without people', () => {
    const none = graphOf({ week: 0, person: [-1], value: {}, layers: {} });
    expect(measure(none)).toMatchObject({ people: 0, unmentored: null, density: null });
  });

  it('lies in the same place each time, inside the picture, nobody on top of another', () => {
    const places = layOut([graph, graphOf(network(520))], 300, 200);
    expect([...layOut([graph, graphOf(network(520))], 300, 200)]).toEqual([...places]);
    const all = [...places.values()];
    for (const { x, y } of all) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(300);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(200);
    }
    expect(new Set(all.map(({ x, y }) => `${x},${y}`)).size).toBe(8);
  });

  it('is drawn with a name and a description, escaped', () => {
    const places = layOut([graph], 300, 200);
    const svg = drawNetwork(graph, places, 300, 200, { title: 'a<b', description: '"c"' });
    expect(svg).toContain('role="img" aria-label="a&lt;b. &quot;c&quot;"');
    expect(svg).not.toMatch(/NaN|undefined|a<b/);
    expect(svg).toContain('net-faculty net-none');
  });
});

describe('a large network', () => {
  it('is drawn in whole departments', () => {
    const part = drawablePart(large(5, 150));
    expect(part.order).toBe(300);
    const kept = new Set(part.mapNodes((_node, { department }) => department));
    expect([...kept]).toEqual([0, 1]);
  });

  it('is not drawn when one department is too large already', () => {
    expect(drawablePart(large(1, mostDrawn + 1)).order).toBe(0);
  });
});
