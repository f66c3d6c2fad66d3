// Starting points for a new project, in the order of the gallery. Each is one JSON file:
//   id, group (a heading of the gallery), price_micros, seconds (expected time for one task), overlap, gold_permille
//   en, es: {title, description, label_config and instructions (lists of lines), tasks (three samples)}
// To add one: write the file and add it here.
import contentModeration from './content-moderation.json';
import factCheck from './fact-check.json';
import filmGenre from './film-genre.json';
import imageCaptioning from './image-captioning.json';
import imageTags from './image-tags.json';
import intent from './intent.json';
import llmAnswerRating from './llm-answer-rating.json';
import mathAnswer from './math-answer.json';
import pairwise from './pairwise.json';
import paraphrase from './paraphrase.json';
import productCategory from './product-category.json';
import realOrAi from './real-or-ai.json';
import receiptTotal from './receipt-total.json';
import searchRelevance from './search-relevance.json';
import sentiment from './sentiment.json';
import summarisation from './summarisation.json';
import survey from './survey.json';
import textClassification from './text-classification.json';
import translationQuality from './translation-quality.json';

export const templates = [
  textClassification,
  sentiment,
  filmGenre,
  intent,
  contentModeration,
  factCheck,
  searchRelevance,
  productCategory,
  realOrAi,
  imageTags,
  receiptTotal,
  imageCaptioning,
  llmAnswerRating,
  pairwise,
  translationQuality,
  mathAnswer,
  summarisation,
  paraphrase,
  survey,
];

export const GROUPS = ['text', 'picture', 'models', 'expert', 'writing', 'people'];

// In the reader's language: Spanish for Portuguese readers too, English for the others.
export function templateIn(template, language) {
  const words = language === 'es' || language === 'pt' ? template.es : template.en;
  return { ...template, ...words, label_config: words.label_config.join('\n'), instructions: words.instructions.join('\n') };
}
