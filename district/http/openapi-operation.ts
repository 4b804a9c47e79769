import type { z } from 'zod';

/** A body and the name it has in the document. */
export interface Named {
  name: string;
  schema: z.ZodType;
}

/** One thing the server can be asked, as the document tells it. */
export interface Operation {
  method: 'get' | 'post' | 'patch' | 'head';
  /** With parameters in braces: `/v1/files/{digest}`. */
  path: string;
  summary: string;
  tag:
    'accounts' | 'sync' | 'files' | 'portal' | 'pick-ups' | 'monitoring' | 'matching' | 'updates' | 'server';
  /** `token`: of a login. `thisMachine`: no secret, but only from the machine the server runs on. */
  security: 'none' | 'token' | 'portalKey' | 'monitoringKey' | 'thisMachine' | 'matchingSignature';
  /** What each parameter of the path is. */
  params?: Record<string, string>;
  headers?: Record<string, string>;
  query?: z.ZodObject;
  body?: Named | { mime: string };
  /** Absent: an empty answer. */
  reply?: Named | { mime: string };
  /** Statuses of success; 200 when left out. */
  statuses?: Record<number, string>;
  /** Codes by status, beside those that follow from security, body and query. */
  failures?: Record<number, string[]>;
}
