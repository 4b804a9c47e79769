import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../http/refusal.ts';
import { sha256Bytes } from '../sync/sha256.ts';
import { checkFile, maxPageBytes } from './check-file.ts';

/** Real pictures by ImageMagick, real PDFs by pdfkit; the nasty ones are put together by hand. */
const picture = (name: string): Buffer =>
  readFileSync(new URL(`../../core/documents/page-inspect/samples/${name}`, import.meta.url));
const jpeg = picture('gradient.jpg');
const png = picture('gradient.png');

const check = (bytes: Buffer, mime: 'image/jpeg' | 'image/png' | 'application/pdf') =>
  checkFile(bytes.toString('base64'), mime, 'here');
const code = (bytes: Buffer, mime: Parameters<typeof check>[1] = 'application/pdf'): string => {
  try {
    check(bytes, mime);
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

function pdf(change: (doc: PDFKit.PDFDocument) => void = () => undefined): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  doc.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
  doc.text('page one').addPage().text('page two');
  change(doc);
  doc.end();
  return promise;
}

const raw = (...objects: (string | Buffer)[]): Buffer => {
  const parts = ['%PDF-1.7\n1 0 obj\n<</Type/Page/MediaBox[0 0 100 200]>>\nendobj\n', ...objects];
  return Buffer.concat([...parts, '\nstartxref\n0\n%%EOF\n'].map((part) => Buffer.from(part)));
};
const stream = (dictionary: string, body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`2 0 obj\n<<${dictionary}/Length ${body.length}>>\nstream\n`),
    body,
    Buffer.from('\nendstream\nendobj'),
  ]);
const objectStream = (inner: string): Buffer =>
  stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(Buffer.from(`3 0 ${inner}`)));

describe('what a file of an application is', () => {
  it('is told by its own bytes, with the size of a picture', async () => {
    const size = { width: 64, height: 48 };
    expect(check(jpeg, 'image/jpeg')).toMatchObject({
      mime: 'image/jpeg',
      digest: sha256Bytes(jpeg),
      ...size,
    });
    expect(check(png, 'image/png')).toMatchObject({ mime: 'image/png', bytes: png, ...size });
    expect(code(picture('progressive.jpg'), 'image/jpeg')).toBe('ok');
    expect(code(Buffer.concat([jpeg, Buffer.alloc(500, 7)]), 'image/jpeg')).toBe('ok');
    expect(code(await pdf())).toBe('ok');
    expect(code(raw(objectStream('<</Type/Font/JSON 1>>')))).toBe('ok');
  });

  it('is not what it was said to be', () => {
    expect(code(png, 'image/jpeg')).toBe('page.typeMismatch');
    for (const name of ['gradient.gif', 'gradient.bmp', 'gradient.tiff'])
      expect(code(picture(name), 'image/png')).toBe('page.notAnImage');
  });

  it('is cut off', async () => {
    const files = [
      [jpeg, 'image/jpeg'],
      [png, 'image/png'],
      [await pdf(), 'application/pdf'],
    ] as const;
    for (const [bytes, mime] of files) {
      for (let part = 0.05; part < 1; part += 0.05)
        expect(code(bytes.subarray(0, Math.floor(bytes.length * part)), mime)).toBe('page.notAnImage');
    }
  });

  it('claims a size out of all proportion, or none', () => {
    const sized = (width: number, height: number): Buffer => {
      const copy = Buffer.from(png);
      copy.writeUInt32BE(width, 16);
      copy.writeUInt32BE(height, 20);
      return copy;
    };
    expect(code(sized(60_000, 60_000), 'image/png')).toBe('page.tooLarge');
    expect(code(sized(0, 48), 'image/png')).toBe('page.notAnImage');
    const big = Buffer.alloc(maxPageBytes + 1);
    jpeg.copy(big);
    expect(code(big, 'image/jpeg')).toBe('page.tooLarge');
  });

  it.each(['', '!', 'aGk', 'aGk=\n', 'data:image/png;base64,aGk='])('is no base64: %j', (text) => {
    expect(() => checkFile(text, 'image/png', 'here')).toThrow('page.notAnImage');
  });
});

describe('a PDF that acts', () => {
  it('is refused with a script or a file attached by a real writer', async () => {
    const scripted = await pdf((doc) => {
      const action = doc.ref({ S: 'JavaScript', JS: 'app.alert(1)' });
      action.end('');
      (doc as unknown as { _root: { data: Record<string, unknown> } })._root.data['OpenAction'] = action;
    });
    const attached = await pdf((doc) =>
      (doc as unknown as { file(b: Buffer, o: object): void }).file(Buffer.from('x'), { name: 'x.exe' }),
    );
    expect([code(scripted), code(attached)]).toEqual(['page.pdfWithScript', 'page.pdfWithScript']);
  });

  it.each([
    '<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
    '<</A<</S/Launch/F(cmd.exe)>>>>',
    '<</S/J#61v#61Script/J#53(x)>>',
    '<</JS 5 0 R>>',
    '<</Type/Filespec/EF<</F 5 0 R>>>>',
    '<</AcroForm<</XFA 5 0 R>>>>',
  ])('is refused plain, packed, and inside what claims to be a picture: %s', (object) => {
    expect(code(raw(`2 0 obj\n${object}\nendobj`))).toBe('page.pdfWithScript');
    expect(code(raw(objectStream(object)))).toBe('page.pdfWithScript');
  });

  it('is refused when it cannot be looked into', () => {
    const hex = Buffer.from(Buffer.from('3 0 <</S/JavaScript>>').toString('hex'));
    expect(code(raw(stream('/Type/Obj#53tm/Filter/ASCIIHexDecode', hex)))).toBe('page.pdfWithScript');
    const bomb = deflateSync(Buffer.concat([Buffer.from('3 0 '), Buffer.alloc(70_000_000, 32)]));
    expect(code(raw(stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bomb)))).toBe('page.pdfWithScript');
    const hidden = deflateSync(Buffer.from('3 0 <</S/JavaScript/JS(x)>>'));
    expect(code(raw(stream('/N 1/First 4', hidden)))).toBe('page.pdfWithScript');
    expect(code(raw('trailer<</Encrypt 9 0 R>>'))).toBe('page.notAnImage');
    expect(code(Buffer.from('%PDF-1.7 nothing else'))).toBe('page.notAnImage');
  });

  it('is not seen in compressed data by chance', () => {
    const noise = Buffer.from('\u0001/JS \u0002/EF<', 'latin1');
    expect(code(raw(stream('/Subtype/Image/Filter/DCTDecode', noise)))).toBe('ok');
  });

  it.each(['stream\n', 'obj<</N 1>>stream\nx\u009c', '/Type /ObjStm '])(
    'does not keep the server busy: %j over and over',
    (part) => {
      const text = `2 0 obj ${part.repeat(Math.floor(15_000_000 / part.length))}`;
      const started = performance.now();
      code(raw(Buffer.from(text, 'latin1')));
      expect(performance.now() - started).toBeLessThan(30_000);
    },
  );
});
