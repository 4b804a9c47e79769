import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { inspectPage, maxInspectedBytes } from './inspect-page.ts';

/** Real pictures by ImageMagick (samples/), real PDFs by pdfkit; the nasty ones are put together by hand. */
const picture = (name: string) => new Uint8Array(readFileSync(new URL(`samples/${name}`, import.meta.url)));
const jpeg = picture('gradient.jpg');
const png = picture('gradient.png');
const code = (bytes: Uint8Array, mime: string) => {
  const result = inspectPage(bytes, mime);
  return result.ok ? 'ok' : result.failure.code;
};

async function pdf(change: (doc: PDFKit.PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<Uint8Array>();
  doc
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  doc.text('page one').addPage().text('page two');
  change(doc);
  doc.end();
  return promise;
}

/** A small PDF whose second object is the given one; streams may follow. */
const raw = (...objects: (string | Buffer)[]) => {
  const parts = ['%PDF-1.7\n1 0 obj\n<</Type/Page/MediaBox[0 0 100 200]>>\nendobj\n', ...objects];
  return new Uint8Array(
    Buffer.concat([...parts, '\nstartxref\n0\n%%EOF\n'].map((part) => Buffer.from(part))),
  );
};
const stream = (dictionary: string, body: Buffer) =>
  Buffer.concat([
    Buffer.from(`2 0 obj\n<<${dictionary}/Length ${body.length}>>\nstream\n`),
    body,
    Buffer.from('\nendstream\nendobj'),
  ]);
const objectStream = (inner: string) =>
  stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(Buffer.from(`3 0 ${inner}`)));

describe('what it is', () => {
  it('knows pictures and their size', () => {
    expect(inspectPage(jpeg, 'image/jpeg')).toEqual({
      ok: true,
      value: { mime: 'image/jpeg', width: 64, height: 48, pages: 1 },
    });
    expect(inspectPage(png, 'image/png')).toEqual({
      ok: true,
      value: { mime: 'image/png', width: 64, height: 48, pages: 1 },
    });
    expect(code(picture('progressive.jpg'), 'image/jpeg')).toBe('ok');
  });

  it('knows a plain PDF, its pages and the size of the first', async () => {
    const value = { mime: 'application/pdf', width: 595, height: 842, pages: 2 };
    expect(inspectPage(await pdf(), 'application/pdf')).toEqual({ ok: true, value });
  });

  it('refuses another type than declared, and says which', () => {
    expect(inspectPage(png, 'image/jpeg')).toEqual({
      ok: false,
      failure: { code: 'page.typeMismatch', data: { declared: 'image/jpeg', found: 'image/png' } },
    });
  });

  it.each(['gif', 'bmp', 'tiff'])('%s is not taken', (format) => {
    expect(code(picture(`gradient.${format}`), 'image/png')).toBe('page.notAnImage');
  });

  it.each(['', 'MZ\u0090', '<html><script>', 'PK\u0003\u0004'])('%j is not an image', (text) => {
    expect(code(new TextEncoder().encode(text), 'image/jpeg')).toBe('page.notAnImage');
  });
});

describe('whole and in proportion', () => {
  it('refuses every truncated picture and PDF', async () => {
    const files: [Uint8Array, string][] = [
      [jpeg, 'image/jpeg'],
      [png, 'image/png'],
      [await pdf(), 'application/pdf'],
    ];
    for (const [bytes, mime] of files) {
      for (let part = 0.05; part < 1; part += 0.05) {
        expect(code(bytes.subarray(0, Math.floor(bytes.length * part)), mime)).toBe('page.notAnImage');
      }
      expect(code(bytes.subarray(0, -6), mime)).toBe('page.notAnImage');
    }
  });

  it('takes a JPEG with a phone’s own data behind the end', () => {
    expect(code(new Uint8Array([...jpeg, ...Array(500).fill(7)]), 'image/jpeg')).toBe('ok');
  });

  it('refuses 20 MB and more without reading it', () => {
    const big = new Uint8Array(maxInspectedBytes + 1);
    big.set(jpeg);
    const failure = { code: 'page.tooLarge', data: { maxBytes: maxInspectedBytes } };
    expect(inspectPage(big, 'image/jpeg')).toEqual({ ok: false, failure });
  });

  it('refuses a small file that claims a huge picture, and one that claims none', () => {
    const sized = (width: number, height: number) => {
      const copy = Uint8Array.from(png);
      new DataView(copy.buffer).setUint32(16, width);
      new DataView(copy.buffer).setUint32(20, height);
      return copy;
    };
    expect(code(sized(60_000, 60_000), 'image/png')).toBe('page.tooLarge');
    expect(code(sized(0, 48), 'image/png')).toBe('page.notAnImage');
  });

  it('refuses a PDF whose object stream blows up', () => {
    const bomb = deflateSync(Buffer.concat([Buffer.from('3 0 '), Buffer.alloc(70_000_000, 32)]));
    expect(bomb.length).toBeLessThan(100_000);
    expect(code(raw(stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bomb)), 'application/pdf')).toBe(
      'page.tooLarge',
    );
  });
});

describe('a PDF made to keep the machine busy', () => {
  it.each(['stream\n', 'obj<</N 1>>stream\nx\u009c', '/Type /ObjStm ', '<</MediaBox[ 1 '])(
    '%j over and over',
    (part) => {
      const text = `2 0 obj ${part.repeat(Math.floor(15_000_000 / part.length))}`;
      const started = performance.now();
      inspectPage(raw(Buffer.from(text, 'latin1')), 'application/pdf');
      expect(performance.now() - started).toBeLessThan(30_000);
    },
  );
});

describe('a PDF that acts', () => {
  it('is refused with a script made by a real writer', async () => {
    const scripted = await pdf((doc) => {
      const action = doc.ref({ S: 'JavaScript', JS: 'app.alert(1)' });
      action.end('');
      (doc as unknown as { _root: { data: Record<string, unknown> } })._root.data['OpenAction'] = action;
    });
    expect(code(scripted, 'application/pdf')).toBe('page.pdfWithScript');
  });

  it('is refused with a file attached by a real writer', async () => {
    const attached = await pdf((doc) =>
      (doc as unknown as { file(b: Buffer, o: object): void }).file(Buffer.from('x'), { name: 'x.exe' }),
    );
    expect(code(attached, 'application/pdf')).toBe('page.pdfWithScript');
  });

  it.each([
    ['open action', '<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'],
    ['launch', '<</A<</S/Launch/F(cmd.exe)>>>>'],
    ['hex-escaped names', '<</S/J#61v#61Script/J#53(x)>>'],
    ['script in a name tree', '<</Names<</JavaScript 5 0 R>>>>'],
    ['only the code key', '<</JS 5 0 R>>'],
    ['embedded file', '<</Type/EmbeddedFile>>'],
    ['file specification', '<</Type/Filespec/EF<</F 5 0 R>>>>'],
    ['form of the XFA kind', '<</AcroForm<</XFA 5 0 R>>>>'],
    ['rich media', '<</Subtype/RichMedia>>'],
  ])('is refused: %s, plain or inside an object stream', (_, object) => {
    expect(code(raw(`2 0 obj\n${object}\nendobj`), 'application/pdf')).toBe('page.pdfWithScript');
    expect(code(raw(objectStream(object)), 'application/pdf')).toBe('page.pdfWithScript');
  });

  it('is refused when the script hides inside what claims to be picture data', () => {
    const hidden = stream('/Subtype/Image', Buffer.from('4 0 obj<</S/JavaScript/JS(x)>>endobj'));
    expect(code(raw(hidden), 'application/pdf')).toBe('page.pdfWithScript');
  });

  it('is refused when an object stream does not say what it is, holds the end mark, or cannot be read', () => {
    const packed = deflateSync(Buffer.from('3 0 <</S/JavaScript/JS(x)>>'));
    expect(code(raw(stream('/N 1/First 4', packed)), 'application/pdf')).toBe('page.pdfWithScript');
    const stored = deflateSync(Buffer.from('3 0 (endstream) <</S/Launch>>'), { level: 0 });
    expect(code(raw(stream('/Type/ObjStm', stored)), 'application/pdf')).toBe('page.pdfWithScript');
    const hex = Buffer.from(Buffer.from('3 0 <</S/JavaScript>>').toString('hex'));
    expect(code(raw(stream('/Type/Obj#53tm/Filter/ASCIIHexDecode', hex)), 'application/pdf')).toBe(
      'page.pdfWithScript',
    );
  });

  it('is not seen where there is none', () => {
    expect(code(raw(objectStream('<</Type/Font/JSON 1>>')), 'application/pdf')).toBe('ok');
    expect(
      code(
        raw('2 0 obj\n<</OpenAction[1 0 R/Fit]/Title(about /JSx and Launch)>>\nendobj'),
        'application/pdf',
      ),
    ).toBe('ok');
    const noise = Buffer.from('\u0001/JS \u0002/EF<', 'latin1');
    expect(code(raw(stream('/Subtype/Image/Filter/DCTDecode', noise)), 'application/pdf')).toBe('ok');
  });

  it('encrypted cannot be looked into', () => {
    expect(code(raw('trailer<</Encrypt 9 0 R>>'), 'application/pdf')).toBe('page.notAnImage');
  });
});
