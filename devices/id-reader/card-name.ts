import { parsePersonName } from '../../domain/values/person-name.ts';

/**
 * Cards issued before Unicode had all characters of GB 18030 carry private-use codes U+E815…U+E864 for these eighty
 * (GB 18030-2000, two-byte codes FE50…FEA0): 䶮 is U+E863 on such a chip.
 */
const privateUse = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱',
  ...'䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
];
const firstPrivate = 0xe815;

/** The name on the chip in today's characters; '' when some have none, for the clerk to type; null when it is no name. */
export function cardName(text: string): string | null {
  const today = text.trim().replace(/[\u{e815}-\u{e864}]/gu, (char) => {
    return privateUse[(char.codePointAt(0) ?? 0) - firstPrivate] ?? char;
  });
  if (/\p{Private_Use}/u.test(today)) return '';
  const name = parsePersonName(today);
  return name.ok ? name.value : null;
}
