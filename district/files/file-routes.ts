import type { FastifyInstance } from 'fastify';
import { In } from 'typeorm';
import { z } from 'zod';
import { FilesStatus } from '../../contract/sync/push.ts';
import { Digest } from '../../domain/application/evidence.ts';
import { streamTypesFor } from '../../domain/streams.ts';
import { callerOf, type Caller } from '../accounts/tokens.ts';
import type { DistrictContext } from '../context.ts';
import { CaseEntity, CaseFileEntity, FileEntity } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import { noteAccess } from '../sync/pull.ts';
import { uploadPath, type UploadServer } from './upload-server.ts';

export const HaveRequest = z.strictObject({ digests: z.array(Digest).max(1000) });
const HAVE_BODY = 256 * 1024;

export function fileRoutes(app: FastifyInstance, context: DistrictContext, uploads: UploadServer): void {
  const { database, files, now } = context;
  const caller = (authorization: string | undefined): Promise<Caller> =>
    callerOf(database, authorization, now());

  app.post('/v1/files/have', { bodyLimit: HAVE_BODY }, async (request) => {
    await caller(request.headers.authorization);
    const { digests } = HaveRequest.parse(request.body);
    const rows = await database.read((tx) => tx.findBy(FileEntity, { digest: In(digests) }));
    return FilesStatus.parse({ have: rows.map((row) => row.digest) });
  });

  app.get<{ Params: { digest: string } }>('/v1/files/:digest', async (request, reply) => {
    const who = await caller(request.headers.authorization);
    const digest = Digest.parse(request.params.digest);
    const { areaCode, role } = who.account;
    const casesToo = streamTypesFor(role).includes('case');
    const found = casesToo ? await fileOfArea(context, digest, areaCode) : null;
    const bytes = found && (await files.get(digest));
    if (!found || !bytes) throw new Refusal(404, 'page.notFound');
    await noteAccess(context, who, 'file', found.caseId);
    return reply.type(found.mime).header('x-content-type-options', 'nosniff').send(bytes);
  });

  // tus reads the body itself, as it comes.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  app.route({
    method: ['POST', 'HEAD', 'PATCH'],
    url: `${uploadPath}/*`,
    handler: async (request, reply) => {
      uploads.callers.set(request.raw, await caller(request.headers.authorization));
      reply.hijack();
      await uploads.tus.handle(request.raw, reply.raw);
    },
  });
  app.post(uploadPath, async (request, reply) => {
    uploads.callers.set(request.raw, await caller(request.headers.authorization));
    reply.hijack();
    await uploads.tus.handle(request.raw, reply.raw);
  });
}

/** A file is given to those in whose area a case refers to it. */
async function fileOfArea(
  { database }: DistrictContext,
  digest: string,
  areaCode: string,
): Promise<{ mime: string; caseId: string } | null> {
  return database.read(async (tx) => {
    const file = await tx.findOneBy(FileEntity, { digest });
    const link = await tx
      .createQueryBuilder(CaseFileEntity, 'f')
      .innerJoin(CaseEntity.options.name, 'c', 'c.id = f.caseId')
      .where('f.digest = :digest AND c.villageCode LIKE :area', { digest, area: `${areaCode}%` })
      .getOne();
    return file && link ? { mime: file.mime, caseId: link.caseId } : null;
  });
}
