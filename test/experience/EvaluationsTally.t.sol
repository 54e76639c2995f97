// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvaluations, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

contract EvaluationsTallyTest is RoundTest {
    address private constant ATTACKER = address(0xBAD);

    /// @dev Somebody who counts only the last report for the right consensus must not keep others from counting all.
    function test_tally_cannotBeBlockedByAnotherPage() public {
        revealed(7);
        vm.prank(ATTACKER);
        evaluations.tally(lotId, pair(150, 100), one(7));
        evaluations.tally(lotId, pair(150, 100), ids(7));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Tallied));
    }

    /// @dev Everybody has revealed and the seals are open; the tally window has begun.
    function revealed(uint256 count) internal {
        Book memory book = buyAll(count);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
    }
}
