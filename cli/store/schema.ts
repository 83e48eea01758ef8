/** The tables and views of a store, and how older stores are brought up to date. */

/** Tables of version 1. Names and meanings are documented in docs/sweeps.md. */
const tables = `
CREATE TABLE store (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE scenarios (
  scenario_id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, title VARCHAR NOT NULL, scenario JSON NOT NULL);
CREATE TABLE plans (
  plan_id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, title VARCHAR NOT NULL, question VARCHAR NOT NULL,
  design JSON NOT NULL, scenario_id VARCHAR NOT NULL, source VARCHAR NOT NULL, roster_digest VARCHAR NOT NULL,
  model VARCHAR NOT NULL, model_version VARCHAR NOT NULL, model_hash VARCHAR NOT NULL,
  engine_version VARCHAR NOT NULL, program_version VARCHAR NOT NULL,
  seed VARCHAR NOT NULL, seeds VARCHAR NOT NULL, replicates INTEGER NOT NULL, runs BIGINT NOT NULL,
  added TIMESTAMP NOT NULL);
CREATE TABLE factors (
  plan_id VARCHAR NOT NULL, position INTEGER NOT NULL, path VARCHAR NOT NULL, kind VARCHAR NOT NULL,
  title VARCHAR NOT NULL, unit VARCHAR NOT NULL, base JSON NOT NULL, low DOUBLE, high DOUBLE, levels JSON);
CREATE TABLE members (
  plan_id VARCHAR NOT NULL, position BIGINT NOT NULL, run_id VARCHAR NOT NULL,
  part INTEGER NOT NULL, world INTEGER NOT NULL, arm INTEGER NOT NULL, replicate INTEGER NOT NULL,
  sample INTEGER NOT NULL, role VARCHAR NOT NULL, arm_sample INTEGER NOT NULL, arm_role VARCHAR NOT NULL,
  settings JSON NOT NULL);
CREATE TABLE runs (
  run_id VARCHAR PRIMARY KEY, scenario_id VARCHAR NOT NULL, changes JSON NOT NULL, seed VARCHAR NOT NULL,
  version VARCHAR NOT NULL, status VARCHAR NOT NULL, digest VARCHAR, recording JSON NOT NULL,
  started TIMESTAMP NOT NULL, run_ms DOUBLE NOT NULL);
CREATE TABLE series (
  run_id VARCHAR NOT NULL, week INTEGER NOT NULL, outcome VARCHAR NOT NULL, "group" VARCHAR NOT NULL, value DOUBLE);
CREATE TABLE final (
  run_id VARCHAR NOT NULL, outcome VARCHAR NOT NULL, "group" VARCHAR NOT NULL, value DOUBLE);
CREATE TABLE failures (
  run_id VARCHAR NOT NULL, seed VARCHAR NOT NULL, error VARCHAR NOT NULL, command VARCHAR NOT NULL,
  recorded TIMESTAMP NOT NULL);
CREATE TABLE snapshots (run_id VARCHAR NOT NULL, week INTEGER NOT NULL, network JSON NOT NULL);
`;

/** Views are made anew whenever a store is brought to another version: a change of one is a version too. */
const views = `
CREATE OR REPLACE VIEW results AS
  SELECT m.plan_id, m.position, m.part, m.world, m.arm, m.replicate, m.sample, m.role, m.arm_sample, m.arm_role,
         m.run_id, r.seed, m.settings, f.outcome, f."group", f.value
  FROM members m JOIN runs r USING (run_id) JOIN final f USING (run_id) WHERE r.status = 'done';
CREATE OR REPLACE VIEW trajectories AS
  SELECT m.plan_id, m.position, m.part, m.world, m.arm, m.replicate, m.run_id, m.settings,
         s.week, s.outcome, s."group", s.value
  FROM members m JOIN series s USING (run_id);
CREATE OR REPLACE VIEW settings AS
  SELECT m.plan_id, m.position, m.run_id, f.path, f.kind, m.settings ->> f.path AS text,
         TRY_CAST(m.settings ->> f.path AS DOUBLE) AS number
  FROM members m JOIN factors f USING (plan_id)
  WHERE m.settings ->> f.path IS NOT NULL;
CREATE OR REPLACE VIEW effects AS
  SELECT a.plan_id, a.part, a.world, a.replicate, a.arm, a.outcome, a."group",
         b.value AS baseline, a.value, a.value - b.value AS difference
  FROM results a JOIN results b USING (plan_id, part, world, replicate, outcome, "group")
  WHERE b.arm = 0 AND a.arm > 0;
CREATE OR REPLACE VIEW resolved AS
  SELECT r.run_id, r.seed, json_merge_patch(s.scenario, r.changes) AS scenario
  FROM runs r JOIN scenarios s USING (scenario_id);
CREATE OR REPLACE VIEW progress AS
  SELECT p.plan_id, p.title, p.runs AS planned, count(r.run_id) FILTER (r.status = 'done') AS done,
         count(r.run_id) FILTER (r.status = 'failed') AS failed, sum(r.run_ms) / 1000 AS seconds
  FROM plans p LEFT JOIN members m USING (plan_id) LEFT JOIN runs r USING (run_id)
  GROUP BY p.plan_id, p.title, p.runs;
`;

/** How a store is laid out. */
export interface Schema {
  /** What brings a store from version k to version k + 1, by k; their number is the version. */
  readonly migrations: readonly string[];
  readonly views: string;
}

/** How stores are laid out now. */
export const schema: Schema = { migrations: [tables], views };

/** Tables in the order in which they are exported and merged. */
export const tableNames = [
  ...[
    'plans',
    'factors',
    'scenarios',
    'members',
    'runs',
    'series',
    'final',
    'failures',
    'snapshots',
  ],
] as const;
