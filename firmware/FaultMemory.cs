// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware
{
    /// <summary>Which faults (FaultFlags) there are now and which there were since the last slot report.</summary>
    public sealed class FaultMemory
    {
        /// <summary>Event of the log, with the flag.</summary>
        public const string Begins = "fault begins:";

        /// <summary>Event of the log, with the flag.</summary>
        public const string Ends = "fault ends:";

        private readonly EventLog _log;
        private int _seen;

        /// <summary>No faults.</summary>
        public FaultMemory(EventLog log)
        {
            _log = log;
        }

        /// <summary>The faults there are now.</summary>
        public int Present;

        /// <summary>The faults there are now or were since <see cref="TakeSeen"/>.</summary>
        public int Seen
        {
            get { return _seen | Present; }
        }

        /// <summary>Begins or ends a fault; a change goes to the log.</summary>
        public void Set(int flag, bool isPresent)
        {
            if (isPresent == ((Present & flag) != 0))
            {
                return;
            }

            Present = isPresent ? Present | flag : Present & ~flag;
            _seen |= flag;
            _log.Add(isPresent ? Begins : Ends, flag);
        }

        /// <summary>Notes a fault that is over as soon as it is seen.</summary>
        public void Note(int flag)
        {
            _seen |= flag;
        }

        /// <summary>What <see cref="Seen"/> says, and begins anew.</summary>
        public int TakeSeen()
        {
            int seen = Seen;
            _seen = 0;
            return seen;
        }
    }
}
