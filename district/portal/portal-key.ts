import type { FastifyRequest } from 'fastify';
import type { DistrictConfig } from '../config.ts';
import { requireSharedKey } from '../http/shared-key.ts';

export const portalKeyHeader = 'x-portal-key';

/** Throws `call.unknown` (404) where no portal is set up, `portal.wrongKey` (401) for another key. */
export const requirePortalKey = ({ portalKey }: DistrictConfig, request: FastifyRequest): void =>
  requireSharedKey(portalKey, request, portalKeyHeader, 'portal.wrongKey');
