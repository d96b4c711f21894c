import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./style.css";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { examples } from "./examples.js";
import { fetcher } from "./fetcher.js";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// On a first visit GraphiQL fills the variables of every tab but the one it opens with.
const isFirstVisit = localStorage.getItem("graphiql:tabState") === null;
const firstVariables = isFirstVisit ? (examples[0]?.variables ?? "") : null;

createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={examples}
    {...(firstVariables === null ? {} : { initialVariables: firstVariables })}
    defaultEditorToolsVisibility="variables"
    schemaDescription
  >
    <GraphiQL.Logo>Carrier graph</GraphiQL.Logo>
  </GraphiQL>,
);
