import { useState } from 'react';
import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { Legend } from '../../shared/charts/legend.tsx';
import { useJsonDocument } from '../../shared/documents/use-document.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import { twinMessages } from './messages.ts';
import { ParameterRow } from './parameter-row.tsx';
import { ParameterTable } from './parameter-table.tsx';
import type { ParameterView } from './parameter-view.ts';

interface Props {
  parameters: readonly ParameterView[];
  /** CID of the model's document. */
  modelCid: string;
  /** Why there are no measured values, when there are none. */
  whyNot: string;
  aboutSeal: string;
  /** In place of a measured value. */
  notMeasured: string;
}

/** All parameters as pictures, or as a table for those who prefer one. */
export function ParametersSection({ parameters, modelCid, whyNot, aboutSeal, notMeasured }: Props) {
  const text = useText(twinMessages);
  const ui = useText(uiMessages);
  const [asTable, setAsTable] = useState(false);
  const model = useJsonDocument<QualityModelDocument>(modelCid).data;
  const documentOf = (code: string) => {
    const parameter = model?.parameters.find((one) => one.code === code);
    return model && parameter && { model, parameter };
  };
  return (
    <Section
      title={text('twin.parameters')}
      intro={text('twin.parametersIntro')}
      actions={
        <Button
          kind="quiet"
          size="small"
          className="max-sm:-ml-3"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {ui('ui.asTable')}
        </Button>
      }
    >
      {parameters.every(({ consensus }) => consensus === null) && <Notice>{whyNot}</Notice>}
      <Card>
        {asTable ? (
          <ParameterTable parameters={parameters} />
        ) : (
          <div className="grid gap-5">
            <Legend
              marks={[
                ['claim', text('twin.legend.claim')],
                ['measured', text('twin.legend.measured')],
                ['report', text('twin.legend.report')],
                ['tolerance', text('twin.legend.tolerance')],
                ['legal', text('twin.legend.legal')],
              ]}
            />
            <ul>
              {parameters.map((parameter) => (
                <ParameterRow
                  key={parameter.code}
                  parameter={parameter}
                  document={documentOf(parameter.code)}
                  aboutSeal={aboutSeal}
                  notMeasured={notMeasured}
                />
              ))}
            </ul>
          </div>
        )}
      </Card>
    </Section>
  );
}
