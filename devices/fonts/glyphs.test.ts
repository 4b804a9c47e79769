import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createGlyphs } from './glyphs.ts';

const { missingGlyphs } = createGlyphs(fileURLToPath(new URL('../../assets/fonts', import.meta.url)));

/** 通用规范汉字表 (2013): its characters outside the basic plane, and those of Extension A. */
const outsideBasicPlane =
  '𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶' +
  '𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬' +
  '𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓';

describe('the shipped font', () => {
  it('draws every supplementary-plane character of 通用规范汉字表', () => {
    expect(missingGlyphs(outsideBasicPlane)).toEqual([]);
  });

  it('draws all of the basic block up to U+9FA5 and all of Extension A up to U+4DB5', () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
    expect(missingGlyphs(range(0x4e00, 0x9fa5) + range(0x3400, 0x4db5))).toEqual([]);
  });

  it('draws what forms are made of', () => {
    expect(missingGlyphs('䶮𬭸张示例·（）《》〔〕【】“”…—、。；：？！％￥¥№☎□①⑩〇\n\t Aa09éü')).toEqual([]);
  });

  it('names what it cannot draw, once, in order', () => {
    expect(missingGlyphs('张\u{30000}示\u{E000}例\u{30000}')).toEqual(['\u{30000}', '\u{E000}']);
    expect(missingGlyphs('한')).toEqual(['한']);
    expect(missingGlyphs('\ud800')).toEqual(['\ud800']);
  });
});
