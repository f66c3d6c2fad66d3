// Starting points for a new project, in the order of the gallery. Each is one JSON file:
//   id, group (a heading of the gallery, as Label Studio groups its templates), picture (console/gallery_pictures.jsx),
//   price_micros, seconds (expected time for one task), overlap, gold_permille
//   en, es: {title, description, label_config and instructions (lists of lines), tasks (three samples)}
//   tasks: the samples, where they are the same in all languages: sounds and films, made by samples.mjs
// To add one: write the file and add it here.
import buildingOutlines from './building-outlines.json';
import chatReview from './chat-review.json';
import checkRecord from './check-record.json';
import contentModeration from './content-moderation.json';
import dialogueActs from './dialogue-acts.json';
import eventDetails from './event-details.json';
import facePoints from './face-points.json';
import factCheck from './fact-check.json';
import filmContent from './film-content.json';
import filmGenre from './film-genre.json';
import followObjects from './follow-objects.json';
import imageCaptioning from './image-captioning.json';
import imageTags from './image-tags.json';
import intent from './intent.json';
import leafDamage from './leaf-damage.json';
import llmAnswerRating from './llm-answer-rating.json';
import mathAnswer from './math-answer.json';
import namedEntities from './named-entities.json';
import objectBoxes from './object-boxes.json';
import pagesOfADocument from './pages-of-a-document.json';
import pairwise from './pairwise.json';
import paraphrase from './paraphrase.json';
import productCategory from './product-category.json';
import questionAnswer from './question-answer.json';
import rankResults from './rank-results.json';
import readSigns from './read-signs.json';
import realOrAi from './real-or-ai.json';
import receiptTotal from './receipt-total.json';
import relations from './relations.json';
import searchRelevance from './search-relevance.json';
import sentiment from './sentiment.json';
import seriesEvents from './series-events.json';
import sideBySide from './side-by-side.json';
import soundEvents from './sound-events.json';
import soundKind from './sound-kind.json';
import sortSources from './sort-sources.json';
import speakerTurns from './speaker-turns.json';
import summarisation from './summarisation.json';
import survey from './survey.json';
import textClassification from './text-classification.json';
import topicTree from './topic-tree.json';
import transcription from './transcription.json';
import translationQuality from './translation-quality.json';
import webPageParts from './web-page-parts.json';

export const templates = [
  textClassification,
  sentiment,
  namedEntities,
  relations,
  topicTree,
  questionAnswer,
  webPageParts,
  filmGenre,
  contentModeration,
  objectBoxes,
  buildingOutlines,
  leafDamage,
  facePoints,
  readSigns,
  imageTags,
  imageCaptioning,
  realOrAi,
  transcription,
  speakerTurns,
  soundEvents,
  soundKind,
  followObjects,
  filmContent,
  dialogueActs,
  intent,
  chatReview,
  sideBySide,
  llmAnswerRating,
  pairwise,
  factCheck,
  translationQuality,
  mathAnswer,
  rankResults,
  sortSources,
  searchRelevance,
  eventDetails,
  checkRecord,
  pagesOfADocument,
  receiptTotal,
  productCategory,
  seriesEvents,
  summarisation,
  paraphrase,
  survey,
];

export const GROUPS = ['language', 'vision', 'audio', 'video', 'conversation', 'generative', 'ranking', 'structured', 'series', 'writing', 'people'];

// In the reader's language: Spanish for Portuguese readers too, English for the others.
export function templateIn(template, language) {
  const words = language === 'es' || language === 'pt' ? template.es : template.en;
  return { ...template, ...words, tasks: words.tasks || template.tasks, label_config: words.label_config.join('\n'), instructions: words.instructions.join('\n') };
}
