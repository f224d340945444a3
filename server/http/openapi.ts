import { z } from 'zod';
import { operations } from '../contract/operations.ts';
import { problemSchema } from '../contract/problem.ts';

type Json = Record<string, unknown>;

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input');
  const needed = new Set(Array.isArray(required) ? required : []);
  return Object.entries(Object(properties)).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || needed.has(name),
    schema: property,
  }));
}

/** The OpenAPI 3.1 document of the HTTP interface, made from the contract's schemas. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, spec] of Object.entries(operations)) {
    const path = spec.path.replace(/:(\w+)/g, '{$1}');
    const hasBody = spec.method === 'post';
    const isFile = operationId === 'exports';
    const answerType = operationId === 'graphParts' ? 'application/x-ndjson' : 'application/json';
    const takesFile = operationId === 'imports';
    paths[path] = {
      ...paths[path],
      [spec.method]: {
        operationId,
        summary: spec.summary,
        parameters: [...parametersOf(spec.params, 'path'), ...parametersOf(spec.query, 'query')],
        ...(hasBody && {
          requestBody: {
            required: true,
            content: takesFile
              ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
              : { 'application/json': { schema: jsonSchemaOf(spec.body, 'input') } },
          },
        }),
        responses: {
          200: {
            description: isFile ? 'The file' : 'The answer',
            content: isFile
              ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
              : { [answerType]: { schema: jsonSchemaOf(spec.response, 'output') } },
          },
          default: {
            description: 'What went wrong',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Throughline', version, description: 'Explore a graph and the words behind it.' },
    paths,
    components: { schemas: { Problem: jsonSchemaOf(problemSchema, 'output') } },
  };
}
