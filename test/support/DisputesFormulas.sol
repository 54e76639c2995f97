// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Grading} from "../../contracts/commodities/Grading.sol";
import {ICommodities, Lot} from "../../contracts/commodities/ICommodities.sol";
import {Assertions} from "../../contracts/disputes/Assertions.sol";
import {ChallengeLists, Disputed} from "../../contracts/disputes/ChallengeLists.sol";
import {Challenge} from "../../contracts/disputes/IDisputes.sol";
import {Ledger} from "../../contracts/disputes/Ledgers.sol";
import {IEvaluations, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Scoring} from "../../contracts/experience/Scoring.sol";
import {IQualityModels, Parameter} from "../../contracts/models/IQualityModels.sol";
import {Slashes} from "../../contracts/shared/Slashes.sol";
import {Values} from "../../contracts/shared/Values.sol";

/// @notice The formulas of disputes in batches, for the comparison with `protocol/`; and a list of challenges, for which it plays the
/// registers that the list asks.
contract DisputesFormulas {
    using ChallengeLists for Challenge[];

    struct Pair {
        Values a;
        Values b;
        uint256 tolerances;
    }

    Challenge[] private _list;
    Ledger private _ledger;
    Parameter[] private _parameters;
    Round private _round;

    /* FORMULAS */

    function bounties(
        uint256[] calldata amounts,
        uint256[] calldata left
    ) external pure returns (uint256[] memory results) {
        results = new uint256[](amounts.length);
        for (uint256 i; i < results.length; ++i) results[i] = Slashes.bountyOf(amounts[i], left[i]);
    }

    function slashed(Pair[] calldata cases) external pure returns (bool[] memory results) {
        results = new bool[](cases.length);
        for (uint256 i; i < results.length; ++i) {
            results[i] = Scoring.isFar(cases[i].a, cases[i].b, cases[i].tolerances);
        }
    }

    function same(
        Parameter[][] calldata parameters,
        Pair[] calldata cases
    ) external pure returns (bool[] memory results) {
        results = new bool[](cases.length);
        for (uint256 i; i < results.length; ++i) {
            results[i] = Assertions.saySame(cases[i].a, cases[i].b, parameters[i]);
        }
    }

    function failed(
        Parameter[][] calldata parameters,
        Pair[] calldata cases
    ) external pure returns (bool[] memory results) {
        results = new bool[](cases.length);
        for (uint256 i; i < results.length; ++i) {
            uint16[] memory grades = Grading.grade(parameters[i], cases[i].a, cases[i].b).grades;
            results[i] = Grading.hasFailed(parameters[i], grades);
        }
    }

    /* THE LIST */

    /// @notice Challenges one after the other, each by an account of its own, and then a tally.
    /// @return referred Those that go to court, in order.
    /// @return refunded Bonds that were given back, and those that were lost.
    function play(
        Parameter[] calldata parameters,
        Values[] calldata values,
        uint96[] calldata bonds,
        Values consensus
    ) external returns (Challenge[] memory referred, uint256 refunded, uint256 lost) {
        for (uint256 i; i < parameters.length; ++i) _parameters.push(parameters[i]);
        for (uint256 i; i < values.length; ++i) {
            address challenger = address(uint160(i + 1));
            try this.makeRoom(values[i], bonds[i]) {
                _list.push(Challenge(challenger, bonds[i], values[i], 0, 0));
            } catch {}
        }
        (_round.state, _round.consensus) = (RoundState.Tallied, consensus);
        _list.dropEmpty(_ledger, _disputed());
        for (uint256 i; i < values.length; ++i) refunded += _ledger.creditOf[address(uint160(i + 1))];
        return (_list, refunded, _ledger.auditFund);
    }

    function makeRoom(Values values, uint96 bond) external {
        _list.makeRoom(_ledger, _disputed(), values, bond);
    }

    /* WHAT THE LIST ASKS */

    function lotOf(uint32) external pure returns (Lot memory lot) {
        lot.revision = 1;
    }

    function roundOf(uint32) external view returns (Round memory) {
        return _round;
    }

    function parametersOf(uint32, uint16) external view returns (Parameter[] memory) {
        return _parameters;
    }

    function _disputed() private view returns (Disputed memory) {
        return
            Disputed(1, 0, 1, IEvaluations(address(this)), ICommodities(address(this)), IQualityModels(address(this)));
    }
}
