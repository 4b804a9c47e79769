import places from '../../../assets/places/jiulongpo-500107.json' with { type: 'json' };
import { readGuide } from '../../../domain/guide/read-guide.ts';
import { shippedContacts, shippedGuide } from '../../../domain/guide/shipped-guide.ts';
import { shippedRuleSets } from '../../../domain/rules/shipped.ts';

/** The rules the district works by: the first of those that ship. */
const [rules] = shippedRuleSets;
if (!rules) throw new Error('no rule set ships');

/** Every article as it is read; the same for everybody, so it is made once. */
export const guideBook = readGuide({ guide: shippedGuide, rules, contacts: shippedContacts, towns: places });

/** What stands where a number or an address is not set. */
export const askAtWindow = '请向窗口询问';
