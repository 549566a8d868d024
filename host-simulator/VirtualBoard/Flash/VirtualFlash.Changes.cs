// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;

namespace Prosumeter.Simulator.Boards.Flash;

/// <content>How a change reaches the flash, or part of it when the supply fails.</content>
public sealed partial class VirtualFlash
{
    private void Change(in FlashChange change)
    {
        _board.ThrowIfStopped();
        if (RefusesChanges)
        {
            throw new IOException("The flash refuses to be written.");
        }

        long firstByte = ChangedBytes + 1;
        if (PowerCut is not null && PowerCut.AtByte < firstByte + change.ProgrammedBytes)
        {
            CutPower(change, firstByte);
        }

        Commit(change);
    }

    private void Commit(in FlashChange change)
    {
        ChangedBytes += change.ProgrammedBytes;
        bool isNew = _files.Find(change.Path) is null;
        _files.Apply(change);
        _log?.Append(change);
        if (change.Kind == FlashChangeKind.Write)
        {
            _board.Time.Spend(WriteMicroseconds);
            Wear.CountWrite(change.Path, change.Position, change.Data.Length, _files.Find(change.Path)!.Length);
        }
        else
        {
            Wear.CountChange(change, isNew);
        }
    }

    private void CutPower(in FlashChange change, long firstByte)
    {
        PowerCut cut = PowerCut!;
        PowerCut = null;
        if (change.Kind == FlashChangeKind.Write && cut.AtByte >= firstByte)
        {
            byte[] remains = cut.Remains(firstByte, change.Position, change.Data);
            if (remains.Length > 0)
            {
                Commit(new FlashChange(FlashChangeKind.Write, change.Path, position: change.Position, data: remains));
            }
        }

        _board.Stop(StopReason.PowerCut);
    }
}
