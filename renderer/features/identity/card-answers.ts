import type { OutputOf } from '../../../contract/commands.ts';
import type { PersonForm } from '../../../domain/application/person.ts';
import { idFacts } from '../../../domain/values/id-number.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { shortEthnicity } from '../../words/ethnicities.ts';

/** What the card says goes into the form as it stands, marked 读卡; a disagreement of card and number shows at the field. */
export function withCard(person: PersonForm, card: OutputOf<'idReader.read'>, today: IsoDate): PersonForm {
  const facts = idFacts(card.idNumber, today);
  const said = facts.ok ? facts.value : null;
  const answers = {
    name: card.name,
    idNumber: card.idNumber,
    sex: card.sex ?? said?.sex ?? person.sex,
    birth: card.birth ?? said?.birth ?? person.birth,
    ethnicity: shortEthnicity(card.ethnicity),
    address: card.address,
  };
  const sources = { ...person.sources };
  for (const field of Object.keys(answers)) sources[field] = 'reader';
  return { ...person, ...answers, idKind: said?.kind ?? person.idKind, sources };
}

/** The photo from the chip; JPEG and PNG tell themselves apart by their first bytes. */
export function photoBlob(bytes: Uint8Array): Blob {
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  return new Blob([bytes.slice()], { type });
}
