import { GoogleGenAI } from '@google/genai';

function ask(apiKey: string | undefined, contents: string) {
  const google = new GoogleGenAI({
    apiKey: apiKey ?? '',
    httpOptions: { baseUrl: process.env.GOOGLE_GEMINI_BASE_URL ?? '' },
  });
  return google.models.generateContent({ model: 'gemini-2.5-flash', contents });
}

export function detectLanguages() {
  return ask(process.env.GEMINI_KEY_LANGUAGES, 'Which languages do our customers write in?');
}

export function suggestAlternatives() {
  return ask(process.env.GEMINI_API_KEY, 'What may we offer in place of the kettle?');
}
