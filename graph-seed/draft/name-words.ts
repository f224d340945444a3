import type { NodeKind } from '../vocabulary.ts';

/** English words that tell what a name is, where it begins and where it ends. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Small words that begin sentences and are no part of a name. */
const FUNCTION_WORDS = words(`
  a about above according after against all along also although amid among an and another any are as at be because been
  before behind being below beneath beside besides between beyond both but by can could despite did do does during each
  either even every few finally first for from further furthermore given had has have he hence her here his how however i
  if in indeed instead into is it its itself just last later less like many may meanwhile might more moreover most much
  must my near neither never nevertheless next no nobody none nor not nothing now of off on once one only onto or other
  our out over perhaps rather second several shall she should similarly since so some soon still such than that the their
  them then there thereby these they third this those though three through throughout thus to today together tomorrow
  too two under unless unlike until up upon us was we were what whatever when where whereas whether which while who whom
  whose why will with within without would yes yesterday yet you your`);

export const TITLES = words(`
  admiral ambassador archbishop bishop captain chair chairman chairwoman chancellor chief colonel commissioner congressman
  congresswoman count countess deputy director doctor dr duke emperor empress foreign former general governor judge justice
  king lady late lieutenant lord madam major mayor minister miss mr mrs ms pope premier president prime prince princess
  prof professor queen rabbi rep representative saint secretary secretary-general sen senator sergeant sheikh sir sultan vice`);

/** Whether a word is a small one of the language; US and IT are not the pronouns. */
export function isFunctionWord(text: string): boolean {
  return !/^\p{Lu}{2,}$/u.test(text) && FUNCTION_WORDS.has(text.toLowerCase());
}

/** Words that stand inside the names of people and places. */
export const NAME_PARTICLES = words(
  'al bin da de del della den der di dos du el ibn la las le los ter und van von y zu',
);

/** First parts that hang on what follows: Trans-Pacific is one name, Paris-Berlin is two. */
export const PREFIXES = words(`
  afro al anglo ante anti arch austro bi centre center co counter cross cyber demi eco el euro ex extra far franco geo
  germano greco half hispano indo inter intra italo luso mega meta micro mid mini mono multi neo non north over pan para
  poly post pre pro pseudo quasi re russo self semi sino socio south sub super trans turco ultra un under vice west east`);

/** The last word of a name, or the one before "of", "for" and "on", that tells its kind. */
const HEADS: Readonly<Partial<Record<NodeKind, ReadonlySet<string>>>> = {
  Institution: words(`
    academy administration agency alliance army assembly assizes association authority bank battalion board body brigade
    bureau cabinet caucus center centre chamber church club coalition college command commission committee community company
    confederation congress consortium corporation corps council court department directorate division embassy faculty
    federation fleet force forces foundation front fund government group guard guards hospital house inc institute institution
    kingdom laboratory league legion legislature ltd ministry mission museum nations navy network office
    organisation organization parliament party police regiment representative school secretariat senate service services
    society squadron staff studies system taskforce treasury tribunal trust union university`),
  Agreement: words(`
    accord accords agreement agreements armistice article ceasefire charter compact convention covenant deal entente framework
    pact partnership protocol treaty truce`),
  Document: words(`
    act bill book charta communique communiqué constitution declaration decree directive gazette journal law letter
    memorandum message newspaper note paper papers plan program programme report resolution statement statute strategy
    testament`),
  Place: words(`
    airport archipelago avenue basin bay beach bridge canal cape city coast county delta desert district east forest gulf
    harbor harbour hill hills island islands isle isles isthmus lake mount mountain mountains north ocean palace park
    peninsula plain port province range region river sea south square state strait straits street territory tower town
    valley village west`),
  Event: words(`
    battle campaign championship conference congress crisis cup election elections exercise exhibition festival forum games
    invasion meeting olympics revolution riots siege summit talks tour visit war`),
  Policy: words('doctrine initiative policy reform reforms'),
};

export const PLAIN_HEADS: Readonly<Partial<Record<NodeKind, ReadonlySet<string>>>> = {
  Institution: words(`
    alliance army assembly battalion brigade coalition commission committee council court government guard ministry navy
    parliament police regiment senate university`),
  Agreement: words('accord agreement armistice ceasefire pact treaty truce'),
  Document: words('communique communiqué constitution declaration memorandum report statement'),
  Place: words('archipelago canal gulf island islands isthmus ocean peninsula river sea strait straits'),
};

/** What a lower-case name does not begin with: it says how somebody sees the thing, not which it is. */
export const WEAK_WORDS = words(`
  actual additional annual bad best better big biggest complete crucial current different early entire essential existing
  famous full further future good great historic huge important key landmark large largest last late latest little long main
  major necessary new next old older original other own particular possible powerful present previous proposed recent same
  short signed significant similar small so-called special strong subsequent such the very whole wide`);

/** Heads that open a list of what they are for: Ministry of A, B and C. */
export const LIST_HEADS = words(`
  academy agency association authority board bureau center centre commission committee conference council department
  directorate division faculty federation foundation institute ministry office organisation organization school society
  treaty agreement convention secretary`);

/** Names that go on with a number: Article 5. */
export const NUMBERED = words('annex article chapter protocol resolution directive regulation section title');

/** The kind that a word stands for as the head of a name. */
export function kindOfHead(word: string, heads = HEADS): NodeKind | undefined {
  const plain = word.toLowerCase();
  for (const [kind, list] of Object.entries(heads)) if (list.has(plain)) return kind as NodeKind;
  return undefined;
}
