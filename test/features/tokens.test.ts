import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stringOf, valueAt } from '../../server/document/node';
import { parse } from '../../server/document/parse';
import { estimateTokens } from '../../server/features/tokens';
import { readRepository } from '../support/fixture';

/** Texts with the tokens that the vocabulary "o200k_base" makes of them. */
const COUNTED: readonly (readonly [string, number])[] = [
  [
    'You are the telephone receptionist of a dental practice. Greet every caller politely, ask for the name and the date of birth, and never give medical advice. If someone is in pain, offer the next free emergency appointment.',
    45,
  ],
  [
    '# Role\n- You answer calls for **Hill Street Bikes**.\n- Speak in short sentences; two at most.\n\n## Rules\n1. Never promise a price.\n2. Order numbers have 8 digits, e.g. 20417733.\n',
    51,
  ],
  [
    'Du bist die freundliche Telefonstimme einer Zahnarztpraxis. Begrüße jeden Anrufer, frage nach Namen und Geburtsdatum und gib niemals medizinische Ratschläge.',
    39,
  ],
  [
    'Вы отвечаете на звонки стоматологической клиники. Поприветствуйте каждого звонящего, спросите имя и дату рождения и никогда не давайте медицинских советов.',
    36,
  ],
  ['你是一家牙科诊所的电话接待员。请礼貌地问候每一位来电者,询问姓名和出生日期,切勿提供医疗建议。', 39],
  [
    'あなたは歯科医院の電話受付係です。すべての発信者に丁寧に挨拶し、名前と生年月日を尋ね、医療アドバイスは決してしないでください。',
    53,
  ],
  [
    '당신은 치과의 전화 접수원입니다. 모든 발신자에게 정중하게 인사하고 이름과 생년월일을 물어보며 의학적 조언은 절대 하지 마세요.',
    46,
  ],
  [
    'أنت موظف استقبال هاتفي في عيادة أسنان. رحب بكل متصل بأدب، واسأل عن الاسم وتاريخ الميلاد، ولا تقدم أي نصائح طبية أبدا.',
    43,
  ],
  [
    'आप एक दंत चिकित्सालय के टेलीफोन रिसेप्शनिस्ट हैं। हर कॉल करने वाले का विनम्रता से अभिवादन करें और कभी भी चिकित्सा सलाह न दें।',
    39,
  ],
  ['{"name":"lookup_order","parameters":{"type":"object","properties":{"order_id":{"type":"string"}}}}', 22],
  ['1234567890 20417733 2026-11-24 14:05 +49 30 1234567 192.168.0.1', 35],
  ['🙂😀👍🎉❤️👩‍👩‍👧🚀✨🔥😂', 19],
];

/** The prompts of examples, counted likewise. */
const EXAMPLES: Readonly<Record<string, number>> = {
  'appointment-line': 156,
  'hive-inspection-log': 103,
  'language-partner': 123,
  'lecture-notes': 129,
  'museum-guide': 265,
  'order-desk': 144,
  'phone-support': 182,
  'push-to-talk-kiosk': 145,
};

const farFrom = (estimate: number, count: number) => Math.abs(estimate / count - 1);

describe('the estimate of tokens', () => {
  it('is near the count in many languages', () => {
    for (const [text, count] of COUNTED) {
      const estimate = estimateTokens(text);
      assert.ok(farFrom(estimate, count) < 0.34, `${estimate} for ${count}: ${text}`);
    }
  });

  it('is nearer for English prompts', () => {
    for (const [name, count] of Object.entries(EXAMPLES)) {
      const { root } = parse(readRepository(`examples/${name}.realtime.json`));
      const estimate = estimateTokens(stringOf(valueAt(root, 'instructions')) ?? '');
      assert.ok(farFrom(estimate, count) < 0.07, `${estimate} for ${count}: ${name}`);
    }
  });

  it('is nothing for nothing', () => {
    assert.equal(estimateTokens(''), 0);
    assert.equal(estimateTokens('   '), 0);
  });
});
