// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"config": the settings and what was wrong in the file.</summary>
    internal sealed class ConfigCommand : ConsoleCommand
    {
        private const int ValueColumn = 34;
        private const int PageLength = 20;

        private readonly Meter _meter;

        public ConfigCommand(Meter meter)
            : base("config", "config [get KEY | list [PAGE]]: complaints, a value, all values")
        {
            _meter = meter;
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (words.Length == 1)
            {
                ComplaintsTo(_meter.Complaints, answer);
                return true;
            }

            if (words[1] == "get" && words.Length == 3)
            {
                return ValueTo(words[2], answer);
            }

            int page = 1;
            bool isList = words[1] == "list" && (words.Length == 2 || (words.Length == 3 && Number.TryParse(words[2], out page)));
            if (isList)
            {
                PageTo(page, answer);
            }

            return isList;
        }

        private static void ComplaintsTo(ComplaintList complaints, Answer answer)
        {
            answer.Number("complaints", complaints.TotalCount).BeginRows("first");
            for (int i = 0; i < complaints.Count; i++)
            {
                answer.Row().Text("place", complaints[i].Place).Text("", ":\n  ").Text("expected", complaints[i].Expected).EndRow();
            }

            answer.EndRows();
        }

        private bool ValueTo(string key, Answer answer)
        {
            int index = SettingTable.Find(key);
            if (index < 0)
            {
                answer.Refuse("Unknown key.");
                return true;
            }

            answer.Text("key", key).Text("value", ValueOf(index)).Text("allowed", SettingTable.At(index).Expected);
            return true;
        }

        private void PageTo(int page, Answer answer)
        {
            int first = page < 1 ? 0 : (page - 1) * PageLength;
            answer.BeginRows("settings");
            for (int i = first; i < first + PageLength && i < SettingTable.Count; i++)
            {
                answer.Row().Text("key", SettingTable.NameAt(i)).At(ValueColumn).Text("value", ValueOf(i)).EndRow();
            }

            answer.EndRows();
            answer.Number("page", (first / PageLength) + 1).Number("of", (SettingTable.Count + PageLength - 1) / PageLength);
        }

        private string ValueOf(int index)
        {
            return index == (int)SettingId.BrokerPassword ? "(not shown)" : _meter.Configuration.Format(index);
        }
    }
}
