/** A place in a text: a whole document, a passage, or words of it. Offsets count UTF-16 code units. */
export interface ReadingPlace {
  documentId: string;
  passageId?: string;
  start?: number;
  end?: number;
}

/** The words of one passage. */
export type WordsPlace = Required<ReadingPlace>;
