import type { Evidence, Status } from '../server/contract/evidence.ts';
import type { Properties } from '../server/contract/graph.ts';

/** A checked dataset: every name resolves, every quote was found in its text, offsets are computed. */
export interface Dataset {
  documents: DatasetDocument[];
  entities: DatasetEntity[];
  relationships: DatasetRelationship[];
}

export interface DatasetDocument {
  id: string;
  title: string;
  date?: string;
  description?: string;
  source?: string;
  /** The original that the text retells, when it is known but not shipped. */
  original?: { title: string; sha256: string };
  passages: DatasetPassage[];
}

export interface DatasetPassage {
  id: string;
  /** From 1, in reading order. */
  number: number;
  text: string;
}

export interface DatasetEntity {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  summary: string;
  /** Documents that speak of it. */
  documents: string[];
  properties: Properties;
  evidence: Evidence[];
}

export interface DatasetRelationship {
  id: string;
  source: string;
  target: string;
  type: string;
  statement: string;
  status: Status;
  /** Id of the entity that said it. */
  speaker?: string;
  /** ISO 8601, may be partial: 2023, 2023-01, 2023-01-13. */
  date?: string;
  documents: string[];
  properties: Properties;
  evidence: Evidence[];
}

/** What is wrong with a dataset, and where. */
export interface DatasetProblem {
  file: string;
  /** From 1. */
  line: number;
  message: string;
}
