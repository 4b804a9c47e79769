import type { Application } from '../../../../domain/application/application.ts';
import type { SignedFacts } from '../../../../domain/application/authorization-text.ts';
import { DraftSections } from '../../../../domain/application/forms.ts';
import type { PersonForm } from '../../../../domain/application/person.ts';

/** What was declared, as the text that is signed names it; `members` are the household as it will be, applicant first. */
export function signedFacts(application: Application, members: readonly PersonForm[]): SignedFacts {
  const { kind, villageCode, kinship, income, property, agent } = application;
  const { account, supporters, selfCare, expenses, emergency, registeredElsewhere } = application;
  const [identity = null, ...others] = members;
  const sections = DraftSections.parse({
    ...{ identity, members: others, livesAlone: others.length === 0 },
    ...{ villageCode, kinship, income, property, agent },
    ...{ account, supporters, selfCare, expenses, emergency, registeredElsewhere },
  });
  return { kind, sections };
}
