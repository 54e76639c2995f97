// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {CourtTest} from "../support/CourtTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice The court tells what it has paid back of each dispute's fees.
contract RefundsTest is CourtTest {
    /// Of nobody else was anything credited, so what the arbitrable is owed must be what the court tells, after every step.
    function testFuzz_refundOf_isWhatWasCredited(uint256 seed, uint16 count) public {
        electFirst(uint16(bound(count, 0, SEATS)));
        uint256 id = open();
        check(id);
        uint256 size = drawWith(id, bytes32(seed)).length;
        check(id);
        if (size == 0) return;
        uint8[4] memory kinds = [0, 1, 2, SILENT];
        vote(id, votes(kinds[seed % 4], kinds[(seed >> 8) % 4], kinds[(seed >> 16) % 4]));
        toFinal(id);
        check(id);
        court.settle(id, 0);
        check(id);
    }

    function test_refundOf_nobodyCoherentInTheFirstRound() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 1));
        appealTo(id, votes(7, 7, 2, 2));
        toFinal(id);
        vm.assertEq(court.refundOf(id), 0);
        court.settle(id, 0);
        vm.assertEq(court.refundOf(id), 3 * FEE);
        check(id);
    }

    function test_refundOf_tellsDisputesApart() public {
        uint256 kept = judge(votes(1, 1, 1));
        uint256 tied = judge(votes(1, 2, SILENT));
        court.settle(kept, 0);
        court.settle(tied, 0);
        vm.assertEq(court.refundOf(kept), 0);
        vm.assertEq(court.refundOf(tied), 3 * FEE);
        vm.assertEq(coinsOf(address(arbitrable)), 3 * FEE);
    }

    function check(uint256 id) private view {
        vm.assertEq(court.refundOf(id), coinsOf(address(arbitrable)));
    }
}
