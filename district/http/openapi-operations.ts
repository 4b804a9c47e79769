import { z } from 'zod';
import { DemoReply, LoginReply, LoginRequest, ServerStatus } from '../../contract/sync/accounts.ts';
import {
  FilesStatus,
  maxBatch,
  PullReply,
  PushItem,
  PushReply,
  PushRequest,
} from '../../contract/sync/push.ts';
import { Account } from '../../contract/views.ts';
import { AccountRequest, AdminRequest } from '../accounts/account-routes.ts';
import { HaveRequest } from '../files/file-routes.ts';
import { PullQuery } from '../sync/sync-routes.ts';
import type { Operation } from './openapi-operation.ts';

const AccountReply = z.strictObject({ account: Account });
/** Items are read one by one, so that a bad one spoils no other; here is what each should be. */
const PushBody = PushRequest.extend({ items: z.array(PushItem).min(1).max(maxBatch) });
const uploadId = { uploadId: 'As the answer to the creation named it (tus 1.0.0)' };
const tus = { 'tus-resumable': '1.0.0' };

const accounts: Operation[] = [
  {
    ...{ method: 'get', path: '/v1/status', tag: 'server', security: 'none' },
    summary: 'Version, number of accounts, the key that countersigns, and the time',
    reply: { name: 'ServerStatus', schema: ServerStatus },
  },
  {
    ...{ method: 'post', path: '/v1/setup/demo', tag: 'accounts', security: 'thisMachine' },
    summary: 'Makes fictional accounts on a server without any; their passwords are told once',
    body: { name: 'Nothing', schema: z.strictObject({}) },
    reply: { name: 'DemoReply', schema: DemoReply },
    failures: { 409: ['setup.done'] },
  },
  {
    ...{ method: 'post', path: '/v1/setup/admin', tag: 'accounts', security: 'thisMachine' },
    summary: 'Makes the first account of a server, an administrator',
    body: { name: 'AdminRequest', schema: AdminRequest },
    reply: { name: 'AccountReply', schema: AccountReply },
    failures: { 409: ['setup.done'] },
  },
  {
    ...{ method: 'post', path: '/v1/accounts', tag: 'accounts', security: 'token' },
    summary: 'Makes an account; for administrators, within their area',
    body: { name: 'AccountRequest', schema: AccountRequest },
    reply: { name: 'AccountReply', schema: AccountReply },
    failures: { 403: ['session.notAllowed'], 409: ['account.exists'] },
  },
  {
    ...{ method: 'post', path: '/v1/accounts/login', tag: 'accounts', security: 'none' },
    summary:
      'Logs in on a device: token, verifier for logins without network, and what the district decides by',
    body: { name: 'LoginRequest', schema: LoginRequest },
    reply: { name: 'LoginReply', schema: LoginReply },
    failures: { 401: ['session.wrongPassword'], 423: ['session.lockedOut'] },
  },
];

const sync: Operation[] = [
  {
    ...{ method: 'post', path: '/v1/sync/push', tag: 'sync', security: 'token' },
    summary:
      'Commands of a station with the events they led to; each is decided again and answered by itself',
    body: { name: 'PushRequest', schema: PushBody },
    reply: { name: 'PushReply', schema: PushReply },
    failures: { 403: ['session.notAllowed'] },
  },
  {
    ...{ method: 'get', path: '/v1/sync/pull', tag: 'sync', security: 'token' },
    summary: 'Events of the caller’s area after a sequence, in order',
    query: PullQuery,
    reply: { name: 'PullReply', schema: PullReply },
  },
];

const files: Operation[] = [
  {
    ...{ method: 'post', path: '/v1/files/have', tag: 'files', security: 'token' },
    summary: 'Which of these files the district has',
    body: { name: 'HaveRequest', schema: HaveRequest },
    reply: { name: 'FilesStatus', schema: FilesStatus },
  },
  {
    ...{ method: 'get', path: '/v1/files/{digest}', tag: 'files', security: 'token' },
    summary: 'A file that a case of the caller’s area refers to',
    params: { digest: 'Lower-case hex SHA-256' },
    reply: { mime: 'application/octet-stream' },
    failures: { 404: ['page.notFound'] },
  },
  {
    ...{ method: 'post', path: '/v1/files/upload', tag: 'files', security: 'token', headers: tus },
    summary: 'Begins an upload (tus); Upload-Metadata has digest, bytes and mime',
    statuses: { 201: 'Begun; Location names it' },
    failures: { 413: ['call.tooLarge'] },
  },
  {
    ...{ method: 'post', path: '/v1/files/upload/{uploadId}', tag: 'files', security: 'token', headers: tus },
    summary: 'A tus client behind something that lets no PATCH through (X-HTTP-Method-Override)',
    params: uploadId,
    statuses: { 204: 'Taken' },
    failures: { 403: ['session.wrongArea'], 422: ['page.damaged'], 507: ['storage.full'] },
  },
  {
    ...{ method: 'head', path: '/v1/files/upload/{uploadId}', tag: 'files', security: 'token', headers: tus },
    summary: 'How far an upload has come',
    params: uploadId,
    failures: { 403: ['session.wrongArea'] },
  },
  {
    ...{
      method: 'patch',
      path: '/v1/files/upload/{uploadId}',
      tag: 'files',
      security: 'token',
      headers: tus,
    },
    summary: 'Goes on with an upload; the last part is acknowledged when digest and disk are sure',
    params: uploadId,
    body: { mime: 'application/offset+octet-stream' },
    statuses: { 204: 'Taken' },
    failures: { 403: ['session.wrongArea'], 422: ['page.damaged'], 507: ['storage.full'] },
  },
];

const server: Operation[] = [
  {
    ...{ method: 'get', path: '/v1/updates/{path}', tag: 'updates', security: 'none' },
    summary: 'Files of the signed update feed',
    params: { path: 'Name in the feed; may have slashes' },
    reply: { mime: 'application/octet-stream' },
    failures: { 404: ['page.notFound'] },
  },
  {
    ...{ method: 'get', path: '/v1/openapi.json', tag: 'server', security: 'none' },
    summary: 'This document',
    reply: { mime: 'application/json' },
  },
];

export const serverOperations: readonly Operation[] = [...accounts, ...sync, ...files, ...server];
