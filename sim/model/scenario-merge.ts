/** A scenario laid over the one it is based on: the child's keys win, mappings merge by name. */

import type { MappingNode, TreeNode } from './scenario-tree.ts';

/** Keys that say something about one file only. */
const ownKeys: readonly string[] = ['basedOn', 'title', 'question'];
/** Mappings whose names are laid over each other one by one. */
const mergedKeys: readonly string[] = ['parameters', 'population', 'record'];

/** The settings of a chain of files, given from the scenario itself to the last it is based on. */
export function mergeChain(files: readonly MappingNode[]): MappingNode {
  let merged = files[files.length - 1];
  for (let i = files.length - 2; i >= 0; i--) merged = mergeOver(files[i], merged);
  return merged;
}

function mergeOver(child: MappingNode, parent: MappingNode): MappingNode {
  const entries = new Map<string, TreeNode>();
  for (const [key, node] of parent.entries) {
    if (!ownKeys.includes(key)) entries.set(key, node);
  }
  // whom to simulate is said once: a roster replaces settings of a population, and the reverse
  if (child.entries.has('roster')) keepSeed(entries);
  if (hasSettings(child)) entries.delete('roster');
  for (const [key, node] of child.entries) {
    const before = entries.get(key);
    entries.set(key, mergedKeys.includes(key) && before ? laidOver(node, before) : node);
  }
  return { ...child, entries };
}

/** Whether a file describes a synthetic population, beyond its seed. */
export function hasSettings(tree: MappingNode): boolean {
  const population = tree.entries.get('population');
  return population?.kind === 'mapping' && [...population.entries.keys()].some((k) => k !== 'seed');
}

function keepSeed(entries: Map<string, TreeNode>): void {
  const population = entries.get('population');
  if (population?.kind !== 'mapping') return;
  const kept = [...population.entries].filter(([key]) => key === 'seed');
  entries.set('population', { ...population, entries: new Map(kept) });
}

function laidOver(child: TreeNode, parent: TreeNode): TreeNode {
  if (isAbsent(child)) return parent;
  if (child.kind !== 'mapping' || parent.kind !== 'mapping') return child;
  return { ...child, entries: new Map([...parent.entries, ...child.entries]) };
}

/** A section with nothing in it: `parameters:` and all its lines commented out. */
export function isAbsent(node: TreeNode | undefined): boolean {
  return !node || (node.kind === 'scalar' && node.value === null && node.source === '');
}
