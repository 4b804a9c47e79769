import { Validator } from '@seriousme/openapi-schema-validator';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploadServer } from '../files/upload-server.ts';
import { registerRoutes } from '../create-server.ts';
import { openTestContext } from '../testing/test-context.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { openApiDocument, operations } from './openapi.ts';

/** Parameters by their place only: their names differ between Fastify and the document. */
const shape = (path: string): string => path.replace(/\{\w+\}|:\w+|\*/g, '{}');

describe('the OpenAPI document', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('has every route of the server, and no other', async () => {
    const { context, close } = await openTestContext({ portalKey: 'fictional-portal-key-of-32-characters' });
    const app = Fastify();
    const routes: string[] = [];
    app.addHook('onRoute', ({ method, path }) => {
      for (const one of [method].flat()) routes.push(`${one} ${shape(path)}`);
    });
    registerRoutes(app, context, await createUploadServer(context, Buffer.alloc(32)));
    await app.ready();
    await app.close();
    await close();
    // Fastify answers HEAD wherever it answers GET.
    const own = routes.filter(
      (route) => !routes.includes(route.replace(/^HEAD /, 'GET ')) || !/^HEAD/.test(route),
    );
    const told = operations.map(({ method, path }) => `${method.toUpperCase()} ${shape(path)}`);
    expect(own.length).toBeGreaterThan(15);
    expect(told.toSorted()).toEqual(own.toSorted());
  });

  it('is OpenAPI 3.1 by the published schema, every reference found', async () => {
    const served = await server.get('/v1/openapi.json');
    const validator = new Validator();
    const { valid, errors } = await validator.validate(served.json as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
    const text = JSON.stringify(served.json);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    const { components } = served.json as { components: { schemas: object } };
    expect(Object.keys(components.schemas).toSorted()).toEqual([...new Set(names)].toSorted());
    expect(text).not.toContain('#/$defs');
  });

  it('tells of a portal application what the server checks', () => {
    const { components } = openApiDocument() as {
      components: { schemas: Record<string, { required?: string[]; additionalProperties?: boolean }> };
    };
    const schema = components.schemas['PortalApplication'];
    const fields = ['application', 'certification', 'consent', 'documents', 'portalId', 'signatures'];
    expect(schema?.required?.toSorted()).toEqual([...fields, 'submittedAt']);
    expect(schema?.additionalProperties).toBe(false);
    expect(JSON.stringify(schema)).toContain('"contentEncoding":"base64"');
    expect(JSON.stringify(schema)).toContain('"format":"date"');
    expect(JSON.stringify(schema)).not.toContain('arithmetic');
  });

  it('gives each operation an id of its own', () => {
    const { paths } = openApiDocument() as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
    expect(ids).toHaveLength(operations.length);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
