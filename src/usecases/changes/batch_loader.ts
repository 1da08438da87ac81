import { isDatabaseDown } from '../../store/postgres/client/outage.ts';

interface Waiting<Question, Answer> {
  readonly question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** One look after the other, so that each answers many; beside one that takes so long another may begin. */
const SLOW_MS = 100;
/** So many looks at once; each may use a few connections of the pool. */
const LOOKS = 2;
/** So many questions a look answers at most. */
const MOST = 100;

/**
 * Answers questions that are asked at the same time with one look at the database. Whoever asks while others are being answered
 * waits for the next look, which begins after that: nobody gets an answer from before they asked. `look` answers in the
 * order of the questions; when it fails, each question is asked alone, so that one cannot spoil the others (but not while
 * the database is away).
 */
export function together<Question, Answer>(
  look: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = [];
  let looking = 0;
  let quick = 0;

  function lookNow(): void {
    if (quick === 0 && looking < LOOKS) void answerWaiting();
  }
  async function answerWaiting(): Promise<void> {
    looking += 1;
    while (waiting.length > 0) {
      let isQuick = true;
      quick += 1;
      const slow = setTimeout(() => {
        isQuick = false;
        quick -= 1;
        lookNow();
      }, SLOW_MS);
      await answerAll(look, waiting.splice(0, MOST));
      clearTimeout(slow);
      if (isQuick) quick -= 1;
    }
    looking -= 1;
  }
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      lookNow();
    });
}

async function answerAll<Question, Answer>(
  look: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  asked: readonly Waiting<Question, Answer>[],
): Promise<void> {
  try {
    const answers = await look(asked.map(({ question }) => question));
    for (const [at, { resolve, reject }] of asked.entries()) {
      const answer = answers[at];
      if (answer === undefined) reject(new Error('a question was left without an answer'));
      else resolve(answer);
    }
  } catch (error) {
    // A database that is away would only be asked in vain, once for each.
    if (asked.length === 1 || isDatabaseDown(error)) for (const { reject } of asked) reject(error);
    else await Promise.all(asked.map((one) => answerAll(look, [one])));
  }
}

/** A look that asks for each question alone, but for equal ones only once. */
export function onceEach<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
): (questions: readonly Question[]) => Promise<readonly Answer[]> {
  return async (questions) => {
    const asked = new Map<string, Promise<Answer>>();
    const answers = questions.map((question) => {
      const key = JSON.stringify(question);
      const found = asked.get(key) ?? answer(question);
      asked.set(key, found);
      return found;
    });
    return Promise.all(answers);
  };
}
