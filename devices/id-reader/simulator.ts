import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { DemoCard } from './demo-cards.ts';

export interface IdReaderSimulator {
  /** For createVendorReader's baseUrl. */
  url: string;
  /** Lays a card on the reader, or takes it away. */
  insert(card: DemoCard | null): void;
  close(): Promise<void>;
}

export interface SimulatorOptions {
  /** 0 or left out: a free port. */
  port?: number;
  /** What POST /simulator/card {"index": n} chooses from. */
  cards?: DemoCard[];
  /** Card lying there from the start; default none. */
  inserted?: DemoCard | null;
}

/** Body of POST /simulator/card: a card by its place in the list, a card of its own, or null for none. */
const Choice = z.union([
  z.null(),
  z.strictObject({ index: z.int().nonnegative() }),
  z.strictObject({ card: DemoCard }),
]);

/** A real HTTP server that behaves like the 华视 service (OpenDevice, readcard, CloseDevice) with fictional cards. */
export async function startIdReaderSimulator(options: SimulatorOptions = {}): Promise<IdReaderSimulator> {
  const cards = options.cards ?? [];
  let inserted = options.inserted ?? null;
  let isOpen = false;

  async function answer(request: IncomingMessage): Promise<[status: number, body: unknown]> {
    switch (`${request.method} ${request.url}`) {
      case 'GET /OpenDevice':
        isOpen = true;
        return [200, done('打开设备成功')];
      case 'GET /CloseDevice':
        isOpen = false;
        return [200, done('关闭设备成功')];
      case 'GET /readcard':
        if (!isOpen) return [200, refused(-1, '设备未打开')];
        return [200, inserted === null ? refused(-2, '未放卡或卡片未放好') : await cardAnswer(inserted)];
      case 'POST /simulator/card':
        return choose(await bodyOf(request));
      default:
        return [404, refused(-9, '未知接口')];
    }
  }

  function choose(body: unknown): [number, unknown] {
    const choice = Choice.safeParse(body);
    if (!choice.success) return [400, { error: z.prettifyError(choice.error) }];
    const card =
      choice.data === null ? null : 'card' in choice.data ? choice.data.card : cards[choice.data.index];
    if (card === undefined) return [404, { error: `there are ${cards.length} cards` }];
    inserted = card;
    return [200, { inserted: card !== null }];
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => send(response, status, body),
      () => send(response, 400, { error: 'unreadable' }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    insert: (card) => (inserted = card),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const done = (errorMsg: string) => ({ resultFlag: 0, errorMsg });
const refused = (resultFlag: number, errorMsg: string) => ({ resultFlag, errorMsg });
const compact = (isoDate: string) => isoDate.replaceAll('-', '');

async function cardAnswer(card: DemoCard): Promise<unknown> {
  const photo = card.photo === undefined ? '' : (await readFile(card.photo)).toString('base64');
  const resultContent = {
    partyName: card.name,
    gender: Number(card.idNumber[16]) % 2 === 1 ? '男' : '女',
    nation: card.ethnicity,
    bornDay: card.idNumber.slice(6, 14),
    certAddress: card.address,
    certNumber: card.idNumber,
    certOrg: card.issuer,
    effDate: compact(card.validFrom),
    expDate: compact(card.validUntil),
    identityPic: photo,
  };
  return { ...done('读卡成功'), resultContent };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
