// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Commodities} from "../../contracts/commodities/Commodities.sol";
import {Lot, LotState, LotTerms} from "../../contracts/commodities/ICommodities.sol";
import {Parameter} from "../../contracts/models/IQualityModels.sol";
import {QualityModels} from "../../contracts/models/QualityModels.sol";
import {RegistersHandler} from "../support/RegistersHandler.sol";
import {RegistersInvariants} from "../support/RegistersInvariants.sol";
import {vm} from "../support/Vm.sol";

contract CommoditiesHandler is RegistersHandler {
    constructor(
        QualityModels models_,
        Commodities commodities_,
        address evaluations_
    ) RegistersHandler(models_, commodities_, evaluations_) {}
}

contract CommoditiesInvariants is RegistersInvariants {
    function invariant_BalanceIsTheSumOfBonds() public view {
        uint256 bonds;
        for (uint32 id = 1; id <= commodities.commodityCount(); ++id) bonds += commodities.commodityOf(id).bond;
        vm.assertEq(asset.balanceOf(address(commodities)), bonds);
        vm.assertEq(asset.balanceOf(address(evaluations)), handler.charged());
    }

    function invariant_LotsAndOrdinalsAreDense() public view {
        uint32 count = commodities.lotCount();
        vm.assertEq(uint256(count), handler.offered());
        uint32[] memory ordinals = new uint32[](commodities.commodityCount() + 1);
        for (uint32 id; id < count; ++id) {
            LotTerms memory terms = commodities.termsOf(id);
            vm.assertEq(uint256(terms.ordinal), ++ordinals[terms.commodityId]);
            vm.assertEq(uint256(terms.modelId), commodities.commodityOf(terms.commodityId).modelId);
        }
        for (uint32 id = 1; id < ordinals.length; ++id) {
            vm.assertEq(uint256(commodities.commodityOf(id).lots), ordinals[id]);
        }
    }

    function invariant_ConcludedLotsNeverChange() public view {
        uint256 concluded;
        for (uint32 id; id < commodities.lotCount(); ++id) {
            vm.assertEq(handler.termsDigest(id), handler.terms(id));
            LotState state = commodities.lotOf(id).state;
            if (state == LotState.Offered) {
                vm.assertEq(handler.verdict(id), bytes32(0));
                continue;
            }
            ++concluded;
            vm.assertEq(handler.lotDigest(id), handler.verdict(id));
            vm.assertFalse(commodities.isSellable(id));
        }
        vm.assertEq(concluded, handler.concluded());
    }

    function invariant_ClaimsAreLegal() public view {
        for (uint32 id; id < commodities.lotCount(); ++id) {
            Lot memory lot = commodities.lotOf(id);
            Parameter[] memory parameters = models.parametersOf(
                commodities.commodityOf(lot.commodityId).modelId,
                lot.revision
            );
            vm.assertEq(uint256(lot.parameterCount), parameters.length);
            for (uint256 i; i < 8; ++i) {
                int32 claim = lot.claims.get(i);
                bool known = i < parameters.length && (!parameters[i].isSealed || lot.unsealed);
                if (known) vm.assertTrue(claim >= parameters[i].legalMin && claim <= parameters[i].legalMax);
                else vm.assertEq(claim, int256(0));
            }
        }
    }

    function _deployHandler() internal override returns (RegistersHandler) {
        return new CommoditiesHandler(models, commodities, address(evaluations));
    }
}
