import applying from '../../assets/guide/applying.json' with { type: 'json' };
import clerks from '../../assets/guide/clerks.json' with { type: 'json' };
import contacts from '../../assets/guide/contacts.json' with { type: 'json' };
import kinds from '../../assets/guide/kinds.json' with { type: 'json' };
import law from '../../assets/guide/law-2026.json' with { type: 'json' };
import rights from '../../assets/guide/rights.json' with { type: 'json' };
import sources from '../../assets/guide/sources.json' with { type: 'json' };
import { GuideArticle, GuideContacts, GuideSource, LawText, type Guide } from './guide-article.ts';

/** The guide that comes with the program, in the order it is listed. */
export const shippedGuide: Guide = {
  articles: [...kinds, ...applying, ...rights, ...clerks].map((each) => GuideArticle.parse(each)),
  law: LawText.parse(law),
  sources: sources.map((each) => GuideSource.parse(each)),
};

/** No phone number ships: each district writes its own into `assets/guide/contacts.json`. */
export const shippedContacts: GuideContacts = GuideContacts.parse(contacts);
