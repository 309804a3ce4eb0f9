import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasOptOutTag } from "../../src/platform/opt-out-tag.js";

const tags = `#nobot|#NoBots please|I teach. #noindex, #nosearch|＃ｎｏｂｏｔ|#no\u200bbot|#NoArchive|#noresearch|#nobridge
#no_bot|#no-bot|#no bots|nobot|:nobot: teacher|#NoSearchIndex|#NoSearchEngines|#NoDataMining|#no_bots_please
#nobotsplease|#norobots|#DontScrapeMe|#DoNotIndex|#NoAI|#noai please|#NoKI|#NoIA|#NoLLM|#noAItraining|#NoAILearning
#NoScraping|#NoWebScraping|#NoScrapers|#NoCrawling|#NoToAI|#NoGenAI|noai, noimageai|#NoMachineLearning|#DontTrainAI
#KeineBots|#keineForschung|#PasDeBots|#SinBots|#SemRobôs|#NienteBot|#GeenBots|#IngaBotar|#BezBotów|robots: noindex, nofollow
#nоbot|#nobоt|#пobot|#Νοbοt|#ΝΟΒΟΤ|#nоіndex|#ɴᴏʙᴏᴛ|#n0bot|#no1ndex|#nöböt|#n̶o̶b̶o̶t̶|#🅽🅾🅱🅾🆃|#𝓷𝓸𝓫𝓸𝓽|#noаrchive|#NoАI`;

const words = `no bots please|Not for research.|I opt out of research|Please do not use my posts for research
Don't use my toots in any study|No AI training|No bots, no indexing.|Teacher. Please don’t index or archive.|Do not scrape.
Bots are not welcome here|Bots: no|🚫🤖|No 🤖 ❌|No AI.|Teacher • no AI • she/her|No AI please|Don't feed my posts to AI
I do not consent to research|No consent for data mining|I don't consent to being archived|Not a research subject
Keep me out of your datasets|Keep my posts out of research|Research not welcome|AI: no|Research? No thanks|❌ AI|🚫 research|scraping 🚫
Never use my posts to train AI|Do not train your models on me|No unauthorised archiving|Opted out of AI|nо bots please|no b0ts
Keine Bots!|Bitte nicht indexieren|Keine Archivierung|Nicht für Forschung|Bitte nicht für Forschungszwecke|Kein KI-Training
Scraping verboten|Forschung unerwünscht|Bots: nein|Keine Roboter|Forschung: nein danke
Pas de bots|Ne pas indexer, merci|Pas d'indexation|Merci de ne pas archiver|Pas pour la recherche|Scraping interdit|Pas de scraping
Recherche interdite|N'archivez pas mes pouets|Pas d'entraînement d'IA|Robots : non
Sin bots|No indexar|No archivar|No para investigación|Sin minería de datos|Prohibido el scraping|No usar mis publicaciones para investigación
Niente bot|Non indicizzare|Non archiviare|Non per ricerca|Vietati bot|Ricerca vietata|Non usare i miei post per la ricerca
Não indexar|Sem robôs|Não arquivar|Não para pesquisa|Sem raspagem|Pesquisa proibida|Não use meus posts para pesquisa
Geen bots|Niet indexeren|Niet voor onderzoek|Geen scraping|Niet archiveren|Geen AI-training|Onderzoek verboden
Inga botar|Ej för forskning|Får inte arkiveras|Ingen skrapning|Indexera inte|Forskning undanbedes
Ingen roboter|Ikke til forskning|Ikke arkiver|Ingen søgemaskiner|Ikke for forskning
Bez botów|Nie indeksować|Proszę nie archiwizować|Nie do badań|Nie wyrażam zgody na badania|Zakaz scrapowania|BEZ BOTÓW
Sense bots|No indexeu|Žádní boti|Neindexovat|Ei botteja|Ei tutkimuskäyttöön|Без ботов|Не индексировать|Не для исследований|Без ботів
bot禁止|ボットお断り|AI学習禁止|研究利用禁止|クロールはご遠慮ください|禁止爬虫|请勿抓取|謝絕AI訓練|봇 금지|크롤링 금지`;

const cases = (text: string): string[] => text.split(/[|\n]/u);

test.each([...cases(tags), ...cases(words)])("%s opts out, in a bio, a name or a field", (text) => {
  expect(hasOptOutTag(text, [])).toBe(true);
  expect(hasOptOutTag(undefined, [text])).toBe(true);
  expect(hasOptOutTag("A teacher.", [undefined, text])).toBe(true);
  expect(hasOptOutTag(text.toUpperCase(), [])).toBe(true);
});

const ordinary =
  cases(`#nobotany|#notabot|#yesbots||I am no bot|Not for profit, for research|I do not use research for training
I build bots|No research without teaching|Kein Bot, sondern Mensch|I know bots; no, robots are fine|Casino bots|I never archive mail
nominer|No robots were harmed|No bots were harmed in the making of these toots|I research bots|I build bots: no spam|There are no bots here but me
We do not archive mail|Research nurse, no nonsense|I am not for sale|Robots, not humans|I love robots|Bot maker. Toots are not endorsements
Researching AI in medicine|AI: nothing but trouble|No-AI policy expert|No AI wrote this|There is no AI in this account|Human. No AI-generated content
Archive lover|Web archiving and digital preservation|I study scraping, crawling and indexing|Search engines: how they work
Data mining for good|Machine learning researcher|No to war|No opinions of my employer|No data, no opinion|I work on bot detection
Ich forsche zu Bots|Keine Werbung|Keine Ahnung von Forschung|Forschung und Lehre|Nicht für jeden|Kein Mensch ist illegal|Bots bauen und lehren
Je fais de la recherche sur les robots|Pas de panique|Sans filtre|Ne pas confondre avec un robot|Recherche : santé publique
Investigo bots|No me gusta el fútbol|Sin filtros|Para la investigación|Che noia la ricerca|Ricercatrice, non robot|Niente di serio
Pesquisa em saúde|Não sou robô|Sem filtro|Onderzoek naar bots|Geen zorgen|Ik ben geen bot|Forskning om botar|Ingen fara|Jag är ingen bot
Badam boty|Bez obaw|Nie jestem botem|Эксперт по ботам|Статьи, по AI|Я не бот|ボット開発者|研究者です|机器人工程师|봇 개발자
Indexing journals since 1999|No index card unturned|Bridges, not walls|Spiders and snakes|Sociologist of archives|Opt out of meetings
🤖 engineer|❌ fascism|No bridge too far|no regrets|Nobody|Nobotan|Ignore all robots|Do bots dream?|Research: medical education|AI: yes`);

test.each(ordinary)("%s does not", (text) => {
  expect(hasOptOutTag(text, ["Finn"])).toBe(false);
  expect(hasOptOutTag(undefined, [text])).toBeUndefined();
});

describe("whatever a profile says", () => {
  const plainWords = fc.constantFrom(
    ..."I we research teach build study love bots robots AI archives data ethics and of the in on with for people who write".split(
      " ",
    ),
  );

  test("it says no nowhere without a word of denial", () => {
    fc.assert(
      fc.property(fc.array(plainWords, { maxLength: 12 }), (drawn) => {
        expect(hasOptOutTag(drawn.join(" "), [])).toBe(false);
      }),
    );
  });

  test("a tag among other words is found, with any of these around", () => {
    const around = fc.constantFrom(" ", "\n", ".", ",", " | ", "(", ")", " • ", "/", "\t", "");
    const tag = fc.constantFrom("#nobot", "#NoAI", "#noindex", "#NoScraping", "#noresearch");
    fc.assert(
      fc.property(
        fc.array(plainWords, { maxLength: 5 }),
        around,
        tag,
        around,
        (drawn, a, one, b) => {
          const written = `${drawn.join(" ")} ${a}${one}${b} ${drawn.join(" ")}`;
          expect(hasOptOutTag(written, [])).toBe(true);
        },
      ),
    );
  });
});
