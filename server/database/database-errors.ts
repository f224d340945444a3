/** What an engine can answer instead of rows; the message is fit for a user. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

export class DatabaseUnavailable extends DatabaseError {
  override name = 'DatabaseUnavailable';
}

export class QueryTimeout extends DatabaseError {
  override name = 'QueryTimeout';
}

export class QueryOutOfMemory extends DatabaseError {
  override name = 'QueryOutOfMemory';
}

export class QueryCancelled extends DatabaseError {
  override name = 'QueryCancelled';
}

/** The engine refused the query itself: syntax, types, writes. */
export class QueryRefused extends DatabaseError {
  override name = 'QueryRefused';
}

/** The data are others than those that were to be read. */
export class DataChanged extends DatabaseError {
  override name = 'DataChanged';
}

/** A load cannot be done as asked; the graph that was there is untouched. */
export class LoadRefused extends DatabaseError {
  override name = 'LoadRefused';
}
