import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../server/settings.ts';

describe('settings', () => {
  it('have defaults that need no environment', () => {
    expect(readSettings({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: join(process.cwd(), 'data'),
      neo4j: undefined,
      logLevel: 'info',
      queryTimeoutMs: 15_000,
      pathTimeoutMs: 8_000,
      pathIndexLimit: 400_000,
      embeddedProcesses: 2,
      embeddedMemoryMb: 1024,
      rateLimitPerMinute: 1200,
      bodyLimitKb: 2048,
      searchIndexLimit: 200_000,
      importLimitMb: 100,
      importMemoryMb: 1024,
      importRatePerMinute: 30,
      sharedViewsMb: 200,
    });
  });

  it('take what the environment says, and nothing for an empty text', () => {
    const settings = readSettings({
      PORT: '0',
      HOST: ' ',
      DATA_DIR: '/var/lib/throughline',
      NEO4J_URI: 'neo4j+s://graph.example.org',
      NEO4J_PASSWORD: ' with spaces ',
      NEO4J_DATABASE: '',
      LOG_LEVEL: 'debug',
      UNRELATED: 'x',
    });
    expect(settings).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      dataDir: '/var/lib/throughline',
      logLevel: 'debug',
      neo4j: {
        uri: 'neo4j+s://graph.example.org',
        user: 'neo4j',
        password: ' with spaces ',
        database: undefined,
      },
    });
  });

  it.each([
    'neo4j://h',
    'neo4j+s://h:7687',
    'neo4j+ssc://h',
    'bolt://[::1]:7687',
    'bolt+s://h',
    'bolt+ssc://127.0.0.1:1',
    'neo4j://h:7687?policy=eu',
  ])('take the address %s', (uri) => {
    expect(readSettings({ NEO4J_URI: uri }).neo4j?.uri).toBe(uri);
  });

  it.each<[Record<string, string>, string]>([
    [{ PORT: 'abc' }, 'PORT "abc" is not allowed: give a whole number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT "65536" is not allowed: give a whole number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT "-1" is not allowed: give a whole number from 0 to 65535'],
    [{ PORT: '8e3' }, 'PORT "8e3" is not allowed: give a whole number from 0 to 65535'],
    [{ EMBEDDED_PROCESSES: '0' }, 'EMBEDDED_PROCESSES "0" is not allowed: give a whole number from 1 to 64'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL "loud" is not allowed: give one of fatal, error, warn, info, debug, trace, silent',
    ],
  ])('refuse %o with the name, the value and what is allowed', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(new SettingsError(message));
  });

  it.each(['http://h:7474', 'localhost:7687', 'neo4j://', 'graph', 'bolt+x://h'])(
    'refuse the address %s',
    (uri) => {
      expect(() => readSettings({ NEO4J_URI: uri })).toThrow(
        /^NEO4J_URI ".*" is not allowed: give neo4j:\/\/, /,
      );
    },
  );

  it.each(['neo4j://ada:secret@h', 'bolt://secret@h:7687', 'http://ada:secret@h'])(
    'never repeat credentials that stand in the address %s',
    (uri) => {
      const read = () => readSettings({ NEO4J_URI: uri });
      expect(read).toThrow(/^NEO4J_URI is not allowed/);
      expect(read).not.toThrow(/secret/);
    },
  );

  it('tell everything that is wrong at once, a line each', () => {
    const read = () => readSettings({ PORT: 'x', LOG_LEVEL: 'y', BODY_LIMIT_KB: '', QUERY_TIMEOUT_MS: '1' });
    expect(read).toThrow(/^PORT .*\nLOG_LEVEL .*\nQUERY_TIMEOUT_MS .*to 600000$/);
  });
});
