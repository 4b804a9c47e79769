import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DemoReply, LoginReply, LoginRequest, ServerStatus } from '../../contract/sync/accounts.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';
import { Actor, Role } from '../../domain/log/event-envelope.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { isLoopback } from '../config.ts';
import type { DistrictContext } from '../context.ts';
import { AccountEntity } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import { accountRow, insertFirstAccounts } from './create-accounts.ts';
import { demoAccounts } from './demo-accounts.ts';
import { login, normaliseUsername } from './login.ts';
import { accountOf, callerOf } from './tokens.ts';

const Nothing = z.strictObject({});
const Username = z
  .string()
  .transform(normaliseUsername)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/));
const Password = z.string().min(10).max(200);
export const AdminRequest = z.strictObject({
  username: Username,
  password: Password,
  displayName: z.string().min(1).max(40),
  areaCode: Actor.shape.areaCode,
  areaName: z.string().min(1).max(80),
});
/** Nobody logs in as the server itself or as the portal. */
const StaffRole = Role.exclude(['system', 'portal']);
export const AccountRequest = AdminRequest.extend({
  role: StaffRole,
  roleUntil: IsoDate.nullable().default(null),
});

export function accountRoutes(app: FastifyInstance, context: DistrictContext): void {
  const { database, config, now, countersigner, log } = context;

  app.get('/v1/status', async () => {
    const accounts = await database.read((tx) => tx.count(AccountEntity));
    const { publicKey } = countersigner;
    const status = { version: packageJson.version, accounts, publicKey, serverTime: now().toISOString() };
    return ServerStatus.parse(status);
  });

  app.post('/v1/setup/demo', async (request) => {
    onlyFromHere(request);
    Nothing.parse(request.body ?? {});
    const accounts = demoAccounts();
    const rows = await Promise.all(
      accounts.map((account) => accountRow(account, config.passwordCost, now())),
    );
    await database.write((tx) => insertFirstAccounts(tx, rows));
    log.info('setup.demo', { accounts: rows.length });
    const shown = accounts.map(({ username, password, displayName, role }) => ({
      username,
      password,
      displayName,
      role,
    }));
    return DemoReply.parse({ accounts: shown });
  });

  app.post('/v1/setup/admin', async (request) => {
    onlyFromHere(request);
    const given = AdminRequest.parse(request.body);
    const row = await accountRow({ ...given, role: 'admin' }, config.passwordCost, now());
    await database.write((tx) => insertFirstAccounts(tx, [row]));
    log.info('setup.admin');
    return { account: accountOf(row) };
  });

  app.post('/v1/accounts', async (request) => {
    const { account } = await callerOf(database, request.headers.authorization, now());
    const given = AccountRequest.parse(request.body);
    const mayCreate = account.role === 'admin' && given.areaCode.startsWith(account.areaCode);
    if (!mayCreate) throw new Refusal(403, 'session.notAllowed');
    const row = await accountRow(given, config.passwordCost, now());
    await database.write(async (tx) => {
      const taken = await tx.existsBy(AccountEntity, { username: row.username });
      if (taken) throw new Refusal(409, 'account.exists');
      await tx.insert(AccountEntity, row);
    });
    log.info('account.created', { accountId: row.id, by: account.id });
    return { account: accountOf(row) };
  });

  app.post('/v1/accounts/login', async (request) => {
    const reply = await login(context, LoginRequest.parse(request.body));
    log.info('login.ok', { accountId: reply.account.id });
    return LoginReply.parse(reply);
  });
}

/** From this machine, by a program: not through a proxy, and not by a web page that a browser here has opened. */
function onlyFromHere(request: FastifyRequest): void {
  const { headers, socket } = request.raw;
  const through = ['forwarded', 'x-forwarded-for', 'via', 'origin', 'sec-fetch-site'].some(
    (name) => name in headers,
  );
  if (through || !isLoopback(socket.remoteAddress ?? '')) throw new Refusal(403, 'session.notAllowed');
}
