import { resolve } from 'node:path';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const NEO4J_SCHEMES = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];

/** Settings whose value never appears in a message. */
const SECRET = new Set(['NEO4J_PASSWORD', 'WRITE_TOKEN']);

function wholeNumber(fallback: number, min: number, max: number) {
  return z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `a whole number from ${min} to ${max}`,
    })
    .transform(Number);
}

function parsedUri(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

const neo4jUriSchema = z
  .string()
  .refine(
    (text) => {
      const uri = parsedUri(text);
      return uri !== undefined && NEO4J_SCHEMES.includes(uri.protocol.slice(0, -1)) && uri.hostname !== '';
    },
    { error: `${NEO4J_SCHEMES.map((scheme) => `${scheme}://`).join(', ')} followed by a host`, abort: true },
  )
  .refine((text) => !/^bolt/.test(text) || parsedUri(text)?.search === '', {
    error: 'a bolt address without "?"; only neo4j:// takes routing parameters',
    abort: true,
  })
  .refine((text) => parsedUri(text)?.username === '' && parsedUri(text)?.password === '', {
    error: 'an address without a user or password; set NEO4J_USER and NEO4J_PASSWORD instead',
  })
  .optional();

const environmentSchema = z
  .object({
    PORT: wholeNumber(8080, 0, 65_535),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().default('./data'),
    NEO4J_URI: neo4jUriSchema,
    NEO4J_USER: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().default(''),
    NEO4J_DATABASE: z.string().optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
    QUERY_TIMEOUT_MS: wholeNumber(15_000, 100, 600_000),
    PATH_TIMEOUT_MS: wholeNumber(8_000, 100, 600_000),
    PATH_INDEX_LIMIT: wholeNumber(400_000, 0, 10_000_000),
    EMBEDDED_PROCESSES: wholeNumber(2, 1, 64),
    EMBEDDED_MEMORY_MB: wholeNumber(1024, 128, 1_048_576),
    RATE_LIMIT_PER_MINUTE: wholeNumber(1200, 1, 1_000_000),
    BODY_LIMIT_KB: wholeNumber(2048, 1, 1_048_576),
    SEARCH_INDEX_LIMIT: wholeNumber(200_000, 0, 10_000_000),
    SHARED_VIEWS_MB: wholeNumber(200, 0, 1_048_576),
    WRITE_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,512}$/, { error: 'at least 16 letters, digits or signs, without spaces' })
      .optional(),
    IMPORT_LIMIT_MB: wholeNumber(100, 1, 2048),
    IMPORT_MEMORY_MB: wholeNumber(1024, 128, 1_048_576),
    IMPORT_RATE_PER_MINUTE: wholeNumber(30, 1, 100_000),
  })
  .transform((environment) => ({
    /** 0 takes any free port. */
    port: environment.PORT,
    host: environment.HOST,
    /** Absolute. */
    dataDir: resolve(environment.DATA_DIR),
    neo4j:
      environment.NEO4J_URI === undefined
        ? undefined
        : {
            uri: environment.NEO4J_URI,
            user: environment.NEO4J_USER,
            password: environment.NEO4J_PASSWORD,
            database: environment.NEO4J_DATABASE,
          },
    logLevel: environment.LOG_LEVEL,
    queryTimeoutMs: environment.QUERY_TIMEOUT_MS,
    pathTimeoutMs: environment.PATH_TIMEOUT_MS,
    /** Relationships, and nodes, that path questions keep in memory at most. */
    pathIndexLimit: environment.PATH_INDEX_LIMIT,
    embeddedProcesses: environment.EMBEDDED_PROCESSES,
    /** For each process of the embedded engine. */
    embeddedMemoryMb: environment.EMBEDDED_MEMORY_MB,
    rateLimitPerMinute: environment.RATE_LIMIT_PER_MINUTE,
    bodyLimitKb: environment.BODY_LIMIT_KB,
    /** Nodes and relationships that the search keeps in memory at most. */
    searchIndexLimit: environment.SEARCH_INDEX_LIMIT,
    /** For all shared views together; 0 keeps none. */
    sharedViewsMb: environment.SHARED_VIEWS_MB,
    /** Who has it may load files over HTTP; without one nobody may. */
    writeToken: environment.WRITE_TOKEN,
    /** Largest file that is read. */
    importLimitMb: environment.IMPORT_LIMIT_MB,
    /** For each process that reads a file. */
    importMemoryMb: environment.IMPORT_MEMORY_MB,
    /** Files that one address may send in a minute. */
    importRatePerMinute: environment.IMPORT_RATE_PER_MINUTE,
  }));

export type Settings = z.infer<typeof environmentSchema>;

/** One line for each wrong setting: its name, its value unless secret, and what is allowed. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * The settings of the environment, checked; an empty text counts as not set.
 * Throws `SettingsError`.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim() === '' ? undefined : value] as const)
      .filter(([, value]) => value !== undefined),
  );
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map((issue) => wrongSetting(String(issue.path[0]), given, issue.message)).join('\n'),
  );
}

function wrongSetting(name: string, given: Record<string, string | undefined>, allowed: string): string {
  const value = given[name] ?? '';
  const holdsCredentials = name === 'NEO4J_URI' && /:\/\/[^/]*@/.test(value);
  const shown = SECRET.has(name) || holdsCredentials ? '' : ` "${value}"`;
  return `${name}${shown} is not allowed: give ${allowed}`;
}
