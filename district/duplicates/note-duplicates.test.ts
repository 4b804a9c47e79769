import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  sampleEvidence,
  sampleSectionsBy,
  sampleSubmit,
  testId,
} from '../../domain/testing/sample-application.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { decideItem } from '../testing/push-items.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';

const personOf = (n: number, draft: number) => {
  const sections = sampleSectionsBy(n);
  return { ...sampleSubmit(sections, sampleEvidence(sections)), draftId: testId(draft) };
};

onEachDatabase('the same person in two cases', (newDatabase) => {
  let server: TestServer;
  let clerk: SignedIn;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    clerk = await server.signIn('clerk', 'windowClerk', '500107001');
  });
  afterAll(() => server.close());

  const submitted = async (person: number, draft: number) => {
    const item = decideItem(clerk, personOf(person, draft));
    expect(only((await clerk.push([item])).answers).outcome).toBe('accepted');
    return item.streamId;
  };
  const noted = async (streamId: string) => {
    const { events } = await clerk.pull();
    return events.flatMap(({ event }) =>
      event.streamId === streamId && event.type === 'duplicate.noted' ? [event] : [],
    );
  };

  it('is noted on both by the server itself, without a name or a number', async () => {
    const first = await submitted(501, 8501);
    expect(await noted(first)).toEqual([]);
    const second = await submitted(501, 8502);
    const [here, there] = [only(await noted(first)), only(await noted(second))];
    expect(here.actor.role).toBe('system');
    expect(here.data).toMatchObject({ duplicate: { otherCaseId: second, otherTownCode: '500107001' } });
    expect(there.data).toMatchObject({ duplicate: { otherCaseId: first } });
    expect(JSON.stringify([here.data, there.data])).not.toContain('张示例');
  });

  it('says nothing about different people, nor once the other case is over', async () => {
    const item = decideItem(clerk, personOf(503, 8503));
    const withdrawn = decideItem(clerk, { type: 'withdraw', reason: '本人要求' }, item.events);
    const { answers } = await clerk.push([item, withdrawn]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    const again = await submitted(503, 8504);
    const other = await submitted(504, 8505);
    expect(await noted(again)).toEqual([]);
    expect(await noted(other)).toEqual([]);
  });
});
