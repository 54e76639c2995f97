// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ballots} from "../../contracts/court/Ballots.sol";
import {vm} from "../support/Vm.sol";

contract BallotsTest {
    using Ballots for uint120;

    function testFuzz_lanes(uint8[15] memory choices, uint16 committed, uint16 revealed, uint8 size) public pure {
        uint120 votes;
        size = uint8(size % 16);
        bool all = true;
        bool open = true;
        for (uint256 seat; seat < 15; ++seat) {
            bool hasCommitted = (committed >> seat) % 2 == 1;
            bool hasRevealed = hasCommitted && (revealed >> seat) % 2 == 1;
            choices[seat] = uint8(choices[seat] % (Ballots.MAX_CHOICE + 1));
            if (hasCommitted) votes = votes.commit(seat);
            if (hasRevealed) votes = votes.reveal(seat, choices[seat]);
            if (!hasCommitted && seat < size) all = false;
            if (hasCommitted && !hasRevealed) open = false;
        }
        for (uint256 seat; seat < 15; ++seat) {
            bool hasCommitted = (committed >> seat) % 2 == 1;
            bool hasRevealed = hasCommitted && (revealed >> seat) % 2 == 1;
            vm.assertEq(votes.hasCommitted(seat), hasCommitted);
            vm.assertEq(votes.hasRevealed(seat), hasRevealed);
            vm.assertEq(votes.isVoteFor(seat, choices[seat]), hasRevealed);
            vm.assertFalse(votes.isVoteFor(seat, uint256(choices[seat]) + 1));
        }
        vm.assertEq(votes.haveAllCommitted(size), all);
        vm.assertEq(votes.isOpen(), open);
    }

    /// Against counting in a table.
    function testFuzz_plurality(uint8[15] memory lanes, uint8 kinds) public pure {
        uint120 votes;
        uint256[256] memory counts;
        kinds = kinds % 8 == 0 ? 255 : kinds % 8;
        for (uint256 seat; seat < 15; ++seat) {
            uint8 lane = lanes[seat] % kinds;
            votes |= uint120(uint256(lane) << (8 * seat));
            if (lane > 1) ++counts[lane - 2];
        }
        (uint256 most, uint256 choice, uint256 leading) = (0, 0, 0);
        for (uint256 i; i < 256; ++i) {
            if (counts[i] > most) (most, choice, leading) = (counts[i], i, 1);
            else if (counts[i] == most && most > 0) ++leading;
        }
        (uint256 ruling, bool decided) = votes.plurality();
        vm.assertEq(decided, leading == 1);
        vm.assertEq(ruling, leading == 1 ? choice : 0);
    }

    function testFuzz_seats(uint240 jury, uint8 seat) public pure {
        seat %= 15;
        vm.assertEq(uint256(Ballots.seatAt(jury, seat)), (uint256(jury) / 2 ** (16 * uint256(seat))) % 2 ** 16);
    }
}
