import { z } from 'zod';
import { IsoDate } from '../../domain/values/iso-date.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { pickUpOperations, portalOperations } from '../portal/portal-operations.ts';
import { portalKeyHeader } from '../portal/portal-key.ts';
import { monitoringOperations } from '../monitoring/monitoring-operations.ts';
import { monitoringKeyHeader } from '../monitoring/monitoring-schema.ts';
import type { Named, Operation } from './openapi-operation.ts';
import { matchingOperations } from '../matching/matching-operations.ts';
import { serverOperations } from './openapi-operations.ts';

/** A route that is not in one of these lists fails the test beside this file. */
export const operations: readonly Operation[] = [
  ...serverOperations,
  ...matchingOperations,
  ...portalOperations,
  ...pickUpOperations,
  ...monitoringOperations,
];

type Json = Record<string, unknown>;
/** Components as they are met; one name stands for one schema and one direction. */
type Components = Map<string, { schema: z.ZodType; json: Json }>;

/** The OpenAPI 3.1 document of the whole server, made of the schemas that check the requests. */
export function openApiDocument(): Json {
  const components: Components = new Map();
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method] = operationJson(operation, components);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '暖窗区级服务',
      version: packageJson.version,
      description:
        'What stations, the portal for applications from home and others speak to. Expected failures are `{code, data}`; amounts are integer 分, instants UTC, days of Asia/Shanghai.',
    },
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'From /v1/accounts/login, of one account on one device',
        },
        portalKey: { type: 'apiKey', in: 'header', name: portalKeyHeader },
        monitoringKey: { type: 'apiKey', in: 'header', name: monitoringKeyHeader },
        matchingSignature: { type: 'apiKey', in: 'header', name: 'x-matching-signature' },
      },
      schemas: Object.fromEntries([...components].map(([name, { json }]) => [name, json])),
    },
  };
}

function operationJson(operation: Operation, components: Components): Json {
  const { summary, tag, security, body, reply, statuses = { 200: 'Done' }, headers = {} } = operation;
  const content = reply && contentOf(reply, 'output', components);
  const done = Object.entries(statuses).map(([status, description]) => [
    status,
    { description, ...(content ? { content } : {}) },
  ]);
  const notes: Partial<Record<Operation['security'], string>> = {
    thisMachine: 'Only from the machine the server runs on, and not through a proxy or a page.',
  };
  const note = notes[security];
  const parameters = [
    ...Object.entries(operation.params ?? {}).map(([name, description]) => inPath(name, description)),
    ...Object.entries(headers).map(([name, value]) => ({
      ...{ name, in: 'header', required: true, schema: { type: 'string', const: value } },
    })),
    ...inQuery(operation.query),
  ];
  return {
    operationId: operationId(operation),
    summary,
    tags: [tag],
    ...(note ? { description: note } : {}),
    ...(security === 'none' || security === 'thisMachine'
      ? { security: [] }
      : { security: [{ [security]: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf(body, 'input', components) } } : {}),
    responses: { ...Object.fromEntries(done), ...failuresOf(operation) },
  };
}

/** `post /v1/files/have` → `postFilesHave`. */
const operationId = ({ method, path }: Operation): string =>
  method +
  path
    .replace(/^\/v1/, '')
    .replace(/[{}]/g, '')
    .replace(/(?:^|[/.-])(\w)/g, (_, letter: string) => letter.toUpperCase());

const inPath = (name: string, description: string): Json => ({
  ...{ name, in: 'path', required: true, description, schema: { type: 'string' } },
});

function inQuery(query: z.ZodObject | undefined): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const required = !z.safeParse(schema as z.ZodType, undefined).success;
    return { name, in: 'query', required, schema: jsonOf(schema as z.ZodType, 'input') };
  });
}

function contentOf(body: Named | { mime: string }, io: 'input' | 'output', components: Components): Json {
  if ('mime' in body) return { [body.mime]: {} };
  const known = components.get(body.name);
  if (known && known.schema !== body.schema) throw new Error(`two schemas are called ${body.name}`);
  if (!known) components.set(body.name, { schema: body.schema, json: jsonOf(body.schema, io) });
  return { 'application/json': { schema: { $ref: `#/components/schemas/${body.name}` } } };
}

/** Days are checked by a rule that JSON Schema knows as a format. */
function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const json = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (IsoDate as unknown)) jsonSchema.format = 'date';
    },
  });
  delete json.$schema;
  return json;
}

/** The codes of each status, those that follow from what the operation is included. */
function failuresOf({ failures = {}, security, body, query, params }: Operation): Json {
  const codes: Record<string, string[]> = { 500: ['internal'] };
  const add = (status: number | string, ...more: string[]): void => {
    codes[status] = [...(codes[status] ?? []), ...more];
  };
  if (body ?? query ?? params) add(400, 'call.malformed');
  if (body) add(413, 'call.tooLarge');
  if (security === 'token') add(401, 'session.none');
  if (security === 'portalKey') {
    add(401, 'portal.wrongKey');
    add(404, 'call.unknown');
  }
  if (security === 'monitoringKey') {
    add(401, 'monitoring.wrongKey');
    add(404, 'call.unknown');
  }
  if (security === 'thisMachine') add(403, 'session.notAllowed');
  for (const [status, more] of Object.entries(failures)) add(status, ...more);
  const answers = Object.entries(codes).map(([status, list]) => [status, failureAnswer([...new Set(list)])]);
  return Object.fromEntries(answers) as Json;
}

const failureAnswer = (codes: readonly string[]): Json => ({
  description: codes.join(', '),
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { code: { type: 'string', enum: codes }, data: { type: 'object' } },
        required: ['code', 'data'],
      },
    },
  },
});
