// How many quizzes of a section are answered right, on the pages of that section.

import { fetchIndex, quizLine, tally } from "./progress-index.mjs";
import { loadProgress, onProgress, pageShown } from "./progress-store.mjs";

/** @type {(() => void) | undefined} */
let refresh;
onProgress(() => refresh?.());

/** @param {HTMLElement} place where the line stands */
export async function mountSectionScore(place) {
  const folder = pageShown().split("/")[0];
  const guides = (await fetchIndex()).filter(({ page }) => page.split("/")[0] === folder);
  refresh = () => {
    if (!place.isConnected || !guides.length) return;
    place.textContent = `${guides[0].section}. ${quizLine(tally(loadProgress(), guides))}.`;
  };
  refresh();
}
