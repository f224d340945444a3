import type { Session } from 'neo4j-driver';
import type { OwnLabel } from '../check-records.ts';
import { LoadRefused } from '../database-errors.ts';

const CONSTRAINT_NAMES: Record<OwnLabel, string> = {
  Entity: 'throughline_entity_id',
  SourceDocument: 'throughline_source_document_id',
  Passage: 'throughline_passage_id',
};

/** Exists exactly where Throughline loaded the graph. */
export const OWN_CONSTRAINT = CONSTRAINT_NAMES.Entity;

export async function ownConstraintExists(session: Session): Promise<boolean> {
  return (await constraintNames(session)).has(OWN_CONSTRAINT);
}

/**
 * Makes the constraints that Throughline's nodes are found by, each in a transaction of its own: Neo4j keeps
 * schema and data apart. Refuses when the database has something else in their place.
 */
export async function makeOwnConstraints(session: Session): Promise<void> {
  for (const [label, name] of Object.entries(CONSTRAINT_NAMES)) {
    try {
      await session.run(`CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
    } catch (error) {
      if (!isSchemaConflict(error)) throw error;
      throw new LoadRefused(
        `The database has nodes labelled ${label} with equal ids, or an index of its own on their id; ` +
          'Throughline needs them unique. Remove them first, or load into another database',
      );
    }
  }
  const present = await constraintNames(session);
  const missing = Object.values(CONSTRAINT_NAMES).filter((name) => !present.has(name));
  if (missing.length > 0) {
    throw new LoadRefused(
      `The database has constraints of its own in the place of ${missing.join(', ')}; drop them, or use another database`,
    );
  }
}

/** Takes the constraints away again. */
export async function dropOwnConstraints(session: Session): Promise<void> {
  for (const name of Object.values(CONSTRAINT_NAMES)) await session.run(`DROP CONSTRAINT ${name} IF EXISTS`);
}

async function constraintNames(session: Session): Promise<Set<string>> {
  const { records } = await session.run('SHOW CONSTRAINTS YIELD name RETURN name');
  return new Set(records.map((record) => String(record.get('name'))));
}

function isSchemaConflict(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^Neo\.(ClientError|DatabaseError)\.Schema\./.test(error.code)
  );
}
